/** What of a paper is missing or wrong, in words. */
import { type Asked, checksOf, type FormField, formTexts } from '@kezek/application-form'
import { plainEmail, plainPhone } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import type { Files } from '@kezek/ui/files'

import type { Reached } from './Contacts'
import type { Looked } from './Look'
import { counterTexts } from './texts'

export type PaperField = FormField | 'scan' | 'phone' | 'email' | 'undertaking'

export interface Writing {
  asked: Asked
  reached: Reached
  /** The family has signed both texts. */
  undertaking: boolean
}

interface Checked extends Writing {
  looked: Looked
  district: string
  /** The scan of the signed paper. */
  files: Files
  /** A benefit is proved at the call. */
  proofLater: boolean
}

export function useChecks({ asked, reached, undertaking, looked, district, files, proofLater }: Checked) {
  const t = useTexts(counterTexts)
  const say = useTexts(formTexts)
  const field = useTexts(fieldTexts)
  const own = looked.child !== null
  const elsewhere = own && !looked.child_districts.includes(district)
  const unshown = !own && !looked.silent && !asked.representative && !asked.nonResident
  return () => ({
    scan: (files.items.length === 0 && t('scanMissing')) || (files.hindrance !== null && t('scanWaits')),
    undertaking: !undertaking && t('undertakingMissing'),
    phone: plainPhone(reached.phone) === null && field('phone_invalid'),
    email: reached.email.trim() !== '' && plainEmail(reached.email) === null && field('email_invalid'),
    'non-resident': elsewhere && !asked.nonResident && t('elsewhere'),
    representative: unshown && t('mustShow'),
    ...checksOf(asked, own, proofLater, say),
  })
}
