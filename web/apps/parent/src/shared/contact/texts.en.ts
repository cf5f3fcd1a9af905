import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  email: 'E-mail',
  emailHint: 'Such as aigul@example.kz',
  phone: 'Phone number',
  phoneHint: 'Such as +7\u00a0799\u00a0123\u00a045\u00a067',
  send: 'Send a code',
  sending: 'Sending a code…',
  sentEmail: 'A code was sent to {contact}.',
  sentEmailAdvice: 'The letter may take some minutes. If you do not see it, look into “Spam”.',
  sentPhone: 'A code was sent to {contact}.',
  sentPhoneAdvice: 'The SMS may take some minutes.',
  codeOfEmail: 'Code from the letter',
  codeOfPhone: 'Code from the SMS',
  digits: '{digits} digits',
  confirm: 'Confirm',
  confirming: 'Confirming…',
  otherEmail: 'Change the address',
  otherPhone: 'Change the number',
} as const satisfies English<typeof kk>
