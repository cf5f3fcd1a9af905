import type { ReferralsFoundView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'

import { workroomTexts } from './texts'

/** What is said of benefits: «Жеңілдіксіз» outright where there is none, and what is not confirmed as such. */
export function useBenefit({ benefits }: ReferralsFoundView): string {
  const t = useTexts(workroomTexts)
  const language = useLanguage()
  if (benefits === null) return t('benefitUnknown')
  const said = benefits.map(({ name, confirmed }) =>
    confirmed ? name[language] : t('notConfirmed', { name: name[language] }),
  )
  return said.join('; ') || t('noBenefit')
}

/** Whether an officer is still to confirm one. */
export function waitsForBenefit({ benefits }: ReferralsFoundView): boolean {
  return benefits?.some(({ confirmed }) => !confirmed) ?? false
}
