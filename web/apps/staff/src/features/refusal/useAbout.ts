import type { ReferralsOpenedRefusalView } from '@kezek/api'
import { formatDate, formatIin, formatMoment, formatPhone } from '@kezek/domain'
import { kindergartenTexts, refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import type { Fact } from '@kezek/ui'

import { officerSharedTexts } from '../../shared/officer/texts'
import { refusalPageTexts } from './texts'

/** Whose referral it is, to where, and what was decided. */
export function useAbout(opened: ReferralsOpenedRefusalView): readonly Fact[] {
  const t = useTexts(refusalPageTexts)
  const words = useTexts(officerSharedTexts)
  const word = useTexts(kindergartenTexts)
  const said = useTexts(refusalTexts)
  const language = useLanguage()
  const { refusal } = opened
  const decided: readonly Fact[] =
    refusal.outcome === null || refusal.decided_at === null
      ? []
      : [
          { name: t('decision'), value: said(`outcome_${refusal.outcome}`) },
          { name: t('decisionWords'), value: refusal.decision_words },
          { name: t('decidedAt'), value: formatMoment(refusal.decided_at, language) },
        ]
  return [
    ...decided,
    { name: words('child'), value: opened.child_name },
    { name: t('childIin'), value: formatIin(opened.child_iin) },
    { name: words('born'), value: formatDate(opened.child_birth_date, language) },
    { name: t('applicant'), value: opened.applicant_name },
    { name: t('kindergarten'), value: opened.kindergarten_name[language] },
    {
      name: t('address'),
      value: `${opened.kindergarten_address[language]}, ${formatPhone(opened.kindergarten_phone)}`,
    },
    { name: t('group'), value: `${String(opened.group_year)}, ${word(`in_${opened.language}`)}` },
    { name: words('number'), value: opened.application_number },
    { name: t('issued'), value: formatMoment(opened.issued_at, language) },
  ]
}
