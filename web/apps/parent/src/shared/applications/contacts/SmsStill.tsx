import { type ApplicationsDifferingContactsView, useSession } from '@kezek/api'
import { formatPhone } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'

import { oldContactsTexts } from './texts'

/** An account without a phone has none to give: the applications keep theirs. */
export function SmsStill({ taken }: { taken: readonly ApplicationsDifferingContactsView[] }) {
  const t = useTexts(oldContactsTexts)
  const { me } = useSession({ needed: true })
  if (!me || me.phone) return null
  const phones = new Set(taken.map(({ phone }) => formatPhone(phone)))
  return <p>{t('smsStill', { phone: [...phones].join(', ') })}</p>
}
