import type { ReferralsFoundView } from '@kezek/api'
import { useRules } from '@kezek/api'
import { afterTerm, formatMoment } from '@kezek/domain'
import { refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Deadline, Facts, Notice } from '@kezek/ui'

import { workroomTexts } from './texts'

interface StandsProps {
  referral: ReferralsFoundView
  district: string
}

/** Until when to accept, or why nothing runs: the family came, an officer decides, the kindergarten must accept. */
export function Stands({ referral, district }: StandsProps) {
  const t = useTexts(workroomTexts)
  const language = useLanguage()
  const { stopListDays, missesUntilRemoval } = useRules(district)
  const { stopped_by: by, stopped_at: since } = referral
  if (by === null)
    return (
      <Deadline action={t('acceptUntil')} at={referral.expires_at}>
        {t(afterTerm('accept', referral), { n: stopListDays, misses: missesUntilRemoval })}
      </Deadline>
    )
  const at = since === null ? '' : formatMoment(since, language)
  return (
    <Notice kind={by === 'overruled' ? 'important' : 'info'} title={t(`stands_${by}`)}>
      <p>{t(`stands_${by}_more`, { at })}</p>
      <Refusal referral={referral} />
    </Notice>
  )
}

/** What was refused, and what the officer said of it. */
function Refusal({ referral: { refusal } }: { referral: ReferralsFoundView }) {
  const t = useTexts(workroomTexts)
  const words = useTexts(refusalTexts)
  const language = useLanguage()
  if (refusal === null) return null
  const { reason, words: said, refused_at: at, decision_words: decided } = refusal
  return (
    <Facts
      items={[
        { name: t('refusedAt'), value: formatMoment(at, language) },
        { name: t('refuseReason'), value: words(`reason_${reason}`) },
        { name: t('refuseWords'), value: said },
        ...(decided === '' ? [] : [{ name: t('officersWords'), value: decided }]),
      ]}
    />
  )
}
