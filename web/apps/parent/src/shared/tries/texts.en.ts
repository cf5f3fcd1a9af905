import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  waitLeft: 'You may try again in {span}',
  resend: 'Send the code again',
  resendIn: 'You may ask for another code in {span}',
  signInAgain: 'Sign in again',
} as const satisfies English<typeof kk>
