/** The two ways one is reached: how each is written, sent a code, and confirmed. */
import { api, type AuthMe, unwrap } from '@kezek/api'
import { formatPhone, plainEmail, plainPhone } from '@kezek/domain'

export interface Channel {
  name: 'email' | 'phone'
  /** As the API keeps it; null where it is none. */
  plain: (typed: string) => string | null
  shown: (contact: string) => string
  send: (contact: string) => Promise<unknown>
  confirm: (code: string) => Promise<AuthMe>
  /** What the account has, confirmed. */
  of: (me: AuthMe) => string | null
  digits: number
  invalid: 'email_invalid' | 'phone_invalid'
  input: { type: string; inputMode: 'email' | 'tel'; autoComplete: string }
  words: Words
}

interface Words {
  label: 'email' | 'phone'
  hint: 'emailHint' | 'phoneHint'
  sent: 'sentEmail' | 'sentPhone'
  sentAdvice: 'sentEmailAdvice' | 'sentPhoneAdvice'
  code: 'codeOfEmail' | 'codeOfPhone'
  other: 'otherEmail' | 'otherPhone'
}

export const EMAIL: Channel = {
  name: 'email',
  plain: plainEmail,
  shown: (contact) => contact,
  send: (email) => unwrap(api.PUT('/api/auth/me/email', { body: { email } })),
  confirm: (code) => unwrap(api.POST('/api/auth/me/email/confirmation', { body: { code } })),
  of: (me) => (me.email_confirmed ? me.email : null),
  digits: 8,
  invalid: 'email_invalid',
  input: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  words: {
    label: 'email',
    hint: 'emailHint',
    sent: 'sentEmail',
    sentAdvice: 'sentEmailAdvice',
    code: 'codeOfEmail',
    other: 'otherEmail',
  },
}

export const PHONE: Channel = {
  name: 'phone',
  plain: plainPhone,
  shown: formatPhone,
  send: (phone) => unwrap(api.PUT('/api/auth/me/phone', { body: { phone } })),
  confirm: (code) => unwrap(api.POST('/api/auth/me/phone/confirmation', { body: { code } })),
  of: (me) => me.phone,
  digits: 6,
  invalid: 'phone_invalid',
  input: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  words: {
    label: 'phone',
    hint: 'phoneHint',
    sent: 'sentPhone',
    sentAdvice: 'sentPhoneAdvice',
    code: 'codeOfPhone',
    other: 'otherPhone',
  },
}
