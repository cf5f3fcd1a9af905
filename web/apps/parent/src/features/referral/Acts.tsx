/** What the family may do with its referral: give it back in time, read and answer the kindergarten's refusal. */
import { ApiError, type ReferralsCandidateView, type ReferralsRefusalView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, LinkButton, useNow } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { MayDecline } from '../../shared/applications/MayDecline'
import { refusalQuery } from '../../shared/applications/queries'
import { referralTexts } from './texts'

interface ActsProps {
  application: string
  candidate: ReferralsCandidateView
}

const MINUTE_MS = 60_000

export function Acts({ application, candidate }: ActsProps) {
  const now = useNow(MINUTE_MS)
  const until = candidate.cancel_before
  return (
    <>
      {until !== null && new Date(until) > now && <MayCancel application={application} until={until} />}
      <MayDecline application={application} />
      <Refusal application={application} candidate={candidate} />
    </>
  )
}

function MayCancel({ application, until }: { application: string; until: string }) {
  const t = useTexts(referralTexts)
  const language = useLanguage()
  return (
    <Card labelledBy="cancel">
      <h2 id="cancel">{t('cancelTitle')}</h2>
      <p>{t('cancelUntil', { until: formatDeadline(until, language) })}</p>
      <LinkButton href={`/cancel/${application}`} kind="second">
        {t('cancel')}
      </LinkButton>
    </Card>
  )
}

/** Of the referral that stands here, not of one before it. */
function Refusal({ application, candidate }: ActsProps) {
  const { data, error } = useQuery(refusalQuery(application))
  const none = error instanceof ApiError && error.is('refusal_not_found')
  if (none || !data || data.referral_id !== candidate.referral?.referral_id) return null
  return <Refused application={application} refusal={data} />
}

function Refused({ application, refusal }: { application: string; refusal: ReferralsRefusalView }) {
  const t = useTexts(referralTexts)
  const words = useTexts(refusalTexts)
  const { outcome, under_review: waits } = refusal
  return (
    <Card labelledBy="refusal" marked={waits ? 'act' : false}>
      <h2 id="refusal">{t('refusal')}</h2>
      <p>{words(`reason_${refusal.reason}`)}</p>
      <p>
        <strong>{words(waits ? 'under_review' : outcome === null ? 'ended' : `outcome_${outcome}`)}</strong>
      </p>
      <LinkButton href={`/refusal/${application}`} kind={waits ? 'main' : 'second'}>
        {t(waits ? 'refusalAnswer' : 'refusalRead')}
      </LinkButton>
    </Card>
  )
}
