import { useLanguage, useTexts } from '@kezek/i18n'
import { Deadline, LinkButton } from '@kezek/ui'

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
      <Deadline action={t('comeAction')} at={referral.expires_at}>
        {t('comeAfter', { name: application.child.given_name })}
      </Deadline>
      <LinkButton href={`/referral/${application.application_id}`}>{t('openReferral')}</LinkButton>
      <p>{t('byReferral', { number: referral.number, garden })}</p>
    </>
  )
}
