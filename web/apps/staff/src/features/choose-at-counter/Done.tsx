import type { ReferralsChosen } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice } from '@kezek/ui'

import { chooseAtCounterTexts } from './texts'

/** What was issued, and until when the family is to come. */
export function Done({ chosen }: { chosen: ReferralsChosen }) {
  const t = useTexts(chooseAtCounterTexts)
  const language = useLanguage()
  const { application_id: id, referral_number: number, expires_at: expires, twins } = chosen
  const numbers = twins.map((twin) => `№ ${twin.referral_number}`).join(', ')
  return (
    <>
      <Notice kind="ok" title={t('done', { number })} live focused>
        {numbers !== '' && <p>{t('doneTwins', { numbers })}</p>}
        <p>{t('doneAbout', { until: formatDeadline(expires, language) })}</p>
      </Notice>
      <Actions>
        <LinkButton href={`/desk/${id}`}>{t('open')}</LinkButton>
      </Actions>
    </>
  )
}
