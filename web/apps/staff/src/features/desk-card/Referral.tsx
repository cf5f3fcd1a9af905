/** The last referral: where it leads, until when, and its extension where the policy allows one (domain §7.validity). */
import { api, type ApplicationsReferralView, unwrap } from '@kezek/api'
import { formatDate, formatDeadline, formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, type ChipKind, type Fact, Facts, Notice } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Extend } from './Extend'
import { deskCardTexts } from './texts'

const CHIP_OF: Readonly<Record<ApplicationsReferralView['status'], ChipKind>> = {
  valid: 'wait',
  accepted: 'ok',
  expired: 'bad',
  voided: 'bad',
  cancelled: 'bad',
  refused: 'bad',
  departed: 'ended',
}

/** How many working days an officer may add to it now, if any: by the rules under which it was issued. */
const extensionQuery = (referral_id: string) =>
  queryOptions({
    queryKey: ['referrals', 'extension', referral_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/referrals/referrals/{referral_id}/extension', { params: { path: { referral_id } }, signal }),
      ),
  })

interface ReferralProps {
  referral: ApplicationsReferralView
  /** In which statements are written. */
  language: string
  mayAct: boolean
}

export function Referral({ referral, language, mayAct }: ReferralProps) {
  const t = useTexts(deskCardTexts)
  const facts = useFacts(referral)
  const [extending, setExtending] = useState(false)
  const runs = referral.status === 'valid' && referral.stopped_by == null
  const asked = mayAct && runs && !referral.extended
  const { data } = useQuery({ ...extensionQuery(referral.referral_id), enabled: asked })
  const days = asked ? data?.working_days : null
  return (
    <Card labelledBy="referral">
      <h2 id="referral">{t('referral', { number: referral.number })}</h2>
      <Chip kind={CHIP_OF[referral.status]}>{t(`referral_${referral.status}`)}</Chip>
      <Facts items={facts} />
      {referral.extended && <Notice kind="info" title={t('extended')} />}
      {days != null && !extending && (
        <Button kind="second" onClick={() => setExtending(true)}>
          {t('extend')}
        </Button>
      )}
      {days != null && extending && (
        <Extend referral={referral} days={days} language={language} onBack={() => setExtending(false)} />
      )}
    </Card>
  )
}

function useFacts(referral: ApplicationsReferralView): readonly Fact[] {
  const t = useTexts(deskCardTexts)
  const language = useLanguage()
  const { kindergarten, stopped_by: by, stopped_at: at } = referral
  const valid = referral.status === 'valid'
  return [
    ...(kindergarten == null ? [] : [{ name: t('referralTo'), value: kindergarten.name[language] }]),
    { name: t('referralIssued'), value: formatMoment(referral.issued_at, language) },
    ...(valid ? [] : [{ name: t('referralLast'), value: formatDate(referral.last_day, language) }]),
    // a term that stands has no day: what stopped it is said below
    ...(valid && by == null
      ? [{ name: t('referralUntil'), value: formatDeadline(referral.expires_at, language) }]
      : []),
    ...(by == null || at == null ? [] : [{ name: t(`stopped_${by}`), value: formatMoment(at, language) }]),
  ]
}
