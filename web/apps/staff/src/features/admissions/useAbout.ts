import type { ReferralsOpenedAdmissionView } from '@kezek/api'
import { formatDate, formatIin, formatPhone } from '@kezek/domain'
import { admissionTexts, kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import type { Fact } from '@kezek/ui'

/** The child by its referral, and who applied for it. */
export function useAbout(opened: ReferralsOpenedAdmissionView): Record<'child' | 'applicant', readonly Fact[]> {
  const t = useTexts(admissionTexts)
  const gardens = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { applicant } = opened
  const { identity, address, birth_date: born } = applicant
  return {
    child: [
      { name: t('child'), value: opened.child_name },
      { name: t('childIin'), value: formatIin(opened.child_iin) },
      { name: t('born'), value: formatDate(opened.child_birth_date, language) },
      { name: t('referral'), value: `№ ${opened.referral_number}` },
      { name: t('groupYear'), value: String(opened.group_year) },
      { name: t('language'), value: gardens(`in_${opened.language}`) },
      { name: t('application'), value: opened.application_number },
    ],
    applicant: [
      { name: t('applicant'), value: applicant.name },
      { name: t('applicantIin'), value: formatIin(applicant.iin) },
      ...(born === null ? [] : [{ name: t('born'), value: formatDate(born, language) }]),
      ...(identity === null
        ? []
        : [
            { name: t('identity'), value: identity.number },
            { name: t('issuedBy'), value: identity.issued_by },
            { name: t('validUntil'), value: formatDate(identity.valid_until, language) },
          ]),
      ...(address === null ? [] : [{ name: t('address'), value: address }]),
      { name: t('email'), value: applicant.email },
      { name: t('phone'), value: formatPhone(applicant.phone) },
    ],
  }
}
