import type { ReferralsOpenedAdmissionView } from '@kezek/api'
import { formatDate, formatIin, formatPhone, formatToSecond } from '@kezek/domain'
import { admissionTexts, kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import type { Fact } from '@kezek/ui'

/** Who applied, for whom, and the application itself. */
export function useInformation(
  opened: ReferralsOpenedAdmissionView,
): Record<'applicant' | 'child' | 'application', Fact[]> {
  const t = useTexts(admissionTexts)
  const gardens = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { applicant, accepted_at: accepted } = opened
  const { identity } = applicant
  const card: Fact[] = identity
    ? [
        { name: t('identity'), value: identity.number },
        { name: t('issuedBy'), value: identity.issued_by },
        { name: t('validUntil'), value: formatDate(identity.valid_until, language) },
      ]
    : []
  return {
    applicant: [
      { name: t('applicantIin'), value: formatIin(applicant.iin) },
      { name: t('applicant'), value: applicant.name },
      ...(applicant.birth_date === null
        ? []
        : [{ name: t('born'), value: formatDate(applicant.birth_date, language) }]),
      ...card,
      ...(applicant.address === null ? [] : [{ name: t('address'), value: applicant.address }]),
      { name: t('email'), value: applicant.email },
      { name: t('phone'), value: formatPhone(applicant.phone) },
    ],
    child: [
      { name: t('child'), value: opened.child_name },
      { name: t('childIin'), value: formatIin(opened.child_iin) },
      { name: t('born'), value: formatDate(opened.child_birth_date, language) },
      { name: t('kindergarten'), value: opened.kindergarten_name[language] },
      { name: t('groupYear'), value: String(opened.group_year) },
      { name: t('language'), value: gardens(`in_${opened.language}`) },
    ],
    application: [
      { name: t('id'), value: String(opened.id) },
      { name: t('number'), value: opened.number },
      { name: t('created'), value: formatToSecond(opened.created_at) },
      ...(accepted === null ? [] : [{ name: t('accepted'), value: formatToSecond(accepted) }]),
      { name: t('referral'), value: `№ ${opened.referral_number}` },
      { name: t('application'), value: opened.application_number },
    ],
  }
}
