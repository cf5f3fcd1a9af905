import { useLanguage, useTexts } from '@kezek/i18n'
import { LinkButton } from '@kezek/ui'

import { Due } from '../../shared/applications/Due'
import type { Application, Referral } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { cabinetTexts } from './texts'

/** The referral runs: come to the kindergarten until then. */
export function Come({ application, referral }: { application: Application; referral: Referral }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const garden = referral.kindergarten?.name[language] ?? words('gardenUnknown')
  return (
    <>
      <Due application={application} />
      <LinkButton href={`/referral/${application.application_id}`}>{words('openReferral')}</LinkButton>
      <p>{t('byReferral', { number: referral.number, garden })}</p>
    </>
  )
}
