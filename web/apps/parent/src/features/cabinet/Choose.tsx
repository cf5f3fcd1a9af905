import { useLanguage, useTexts } from '@kezek/i18n'
import { LinkButton } from '@kezek/ui'

import { Due } from '../../shared/applications/Due'
import type { Application, Turn } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { cabinetTexts } from './texts'

/** The turn runs: choose until then. */
export function Choose({ application, turn }: { application: Application; turn: Turn }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  return (
    <>
      <Due application={application} />
      <LinkButton href={`/choose/${application.application_id}`}>{words('chooseState')}</LinkButton>
      {turn.kindergarten && <p>{t('offered', { garden: turn.kindergarten.name[language] })}</p>}
    </>
  )
}
