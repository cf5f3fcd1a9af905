import type { ApplicationsInformationView, ReferralsCandidateView, ReferralsReferralView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Deadline, LinkButton, Notice } from '@kezek/ui'

import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { referralTexts } from './texts'

interface NowProps {
  application: ApplicationsInformationView
  candidate: ReferralsCandidateView
  referral: ReferralsReferralView
}

/** What is so now: until when to come and what happens after, or what became of the referral. */
export function Now({ application, candidate, referral }: NowProps) {
  const words = useTexts(applicationTexts)
  const { status } = candidate
  const name = application.child.given_name
  return (
    <Card marked={status === 'referred' ? 'act' : true}>
      <StateChip status={status} />
      {status === 'referred' && (
        <Deadline action={words('comeAction')} at={referral.expires_at}>
          {words('comeAfter', { name })}
        </Deadline>
      )}
      <Became candidate={candidate} referral={referral} name={name} />
    </Card>
  )
}

function Became({ candidate, referral, name }: Omit<NowProps, 'application'> & { name: string }) {
  const t = useTexts(referralTexts)
  const language = useLanguage()
  const { application_id: id, status, stop_listed_until: until } = candidate
  if (referral.status === 'accepted' || status === 'enrolled')
    return (
      <Notice kind="ok" title={t('accepted', { name })}>
        <p>{t('acceptedAbout')}</p>
      </Notice>
    )
  if (referral.status === 'valid') return null
  return (
    <>
      <Notice kind="bad" title={t(referral.status === 'voided' ? 'voided' : 'expired')}>
        <p>{t('expiredAbout')}</p>
        {until !== null && <p>{t('stopListed', { until: formatDeadline(until, language), name })}</p>}
      </Notice>
      <LinkButton href={`/queue/${id}`} kind="second">
        {t('position')}
      </LinkButton>
    </>
  )
}
