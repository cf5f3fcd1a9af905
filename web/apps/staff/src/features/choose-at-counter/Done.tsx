import type { ReferralsChosen } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice, Spinner } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { openedQuery } from '../../shared/officer/claims'
import { chooseAtCounterTexts } from './texts'

/** The application's card hears of a referral a moment later: until then it is asked again. */
const SOON_MS = 2_000

/** What was issued, and until when the family is to come. */
export function Done({ chosen }: { chosen: ReferralsChosen }) {
  const t = useTexts(chooseAtCounterTexts)
  const language = useLanguage()
  const { application_id: id, referral_number: number, expires_at: expires, twins } = chosen
  const numbers = twins.map((twin) => `№ ${twin.referral_number}`).join(', ')
  const { data } = useQuery({
    ...openedQuery(id),
    refetchInterval: ({ state }) => (state.data?.information.referral?.number === number ? false : SOON_MS),
  })
  return (
    <>
      <Notice kind="ok" title={t('done', { number })} live focused>
        {numbers !== '' && <p>{t('doneTwins', { numbers })}</p>}
        <p>{t('doneAbout', { until: formatDeadline(expires, language) })}</p>
      </Notice>
      {data?.information.referral?.number === number ? (
        <Actions>
          <LinkButton href={`/desk/${id}`}>{t('open')}</LinkButton>
        </Actions>
      ) : (
        <Spinner>{t('updating')}</Spinner>
      )}
    </>
  )
}
