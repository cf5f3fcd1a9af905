import type {
  ApplicationsInformationView,
  ReferralsCandidateView,
  ReferralsReferralStatus,
  ReferralsReferralView,
} from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, LinkButton, Notice } from '@kezek/ui'

import { RunsNow } from '../../shared/applications/Due'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { whatRuns } from '../../shared/applications/whatRuns'
import { referralTexts } from './texts'

interface NowProps {
  application: ApplicationsInformationView
  candidate: ReferralsCandidateView
  referral: ReferralsReferralView
}

/** What is so now: until when to come and what happens after, or what became of the referral. */
export function Now({ application, candidate, referral }: NowProps) {
  const { status } = candidate
  const name = application.child.given_name
  const { what } = whatRuns(candidate)
  return (
    <Card marked={what === 'come' || what === 'restore' ? 'act' : true}>
      <StateChip status={status} />
      <RunsNow name={name} standing={candidate} />
      <Became candidate={candidate} referral={referral} name={name} />
    </Card>
  )
}

/** Whose place goes to the next child. */
const GOES_ON: readonly ReferralsReferralStatus[] = ['expired', 'cancelled', 'refused']

function Became({ candidate, referral, name }: Omit<NowProps, 'application'> & { name: string }) {
  const t = useTexts(referralTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { application_id: id, status, stop_listed_until: until } = candidate
  if (referral.status === 'accepted' || status === 'enrolled')
    return (
      <Notice kind="ok" title={t('accepted', { name })}>
        <p>{t('acceptedAbout')}</p>
      </Notice>
    )
  if (referral.status === 'valid') return null
  const waits = status === 'queued' || status === 'notified'
  const returned = waits && (referral.status === 'voided' || referral.status === 'cancelled')
  return (
    <>
      <Notice kind="bad" title={t(referral.status === 'voided' && returned ? 'voidedByClosing' : referral.status)}>
        {GOES_ON.includes(referral.status) && <p>{t('expiredAbout')}</p>}
        {returned && <p>{t('returned', { name })}</p>}
        {until !== null && <p>{t('stopListed', { until: formatDeadline(until, language), name })}</p>}
      </Notice>
      {status === 'inactive' && <LinkButton href={`/restore/${id}`}>{words('restore')}</LinkButton>}
      <LinkButton href={`/queue/${id}`} kind="second">
        {t('position')}
      </LinkButton>
    </>
  )
}
