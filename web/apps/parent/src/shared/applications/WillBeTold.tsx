import type { ApplicationsInformationView } from '@kezek/api'
import { formatPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'

import { applicationTexts } from './texts'

/** Where the call comes to: a family that was entered at the counter may have no e-mail. */
export function WillBeTold({ phone, email }: Pick<ApplicationsInformationView, 'phone' | 'email'>) {
  const t = useTexts(applicationTexts)
  const called = { phone: formatPhone(phone) }
  return <p>{email === null ? t('toldBySms', called) : t('toldByBoth', { ...called, email })}</p>
}
