import { useTexts } from '@kezek/i18n'
import { LinkButton } from '@kezek/ui'

import { Due } from '../../shared/applications/Due'
import type { Application } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'

/** The application is inactive: restore it until then. */
export function Restore({ application }: { application: Application }) {
  const words = useTexts(applicationTexts)
  return (
    <>
      <Due application={application} />
      <LinkButton href={`/restore/${application.application_id}`}>{words('restore')}</LinkButton>
    </>
  )
}
