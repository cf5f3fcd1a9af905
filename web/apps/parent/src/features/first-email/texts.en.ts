import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Give your e-mail address',
  lead: 'At a first sign-in an e-mail address is required. Once it is confirmed, all pages open.',
  why: 'What comes to this address?',
  whyText:
    'Letters that your turn has come, about the time to choose, about the referral and about the security of your account. You can change the address later on the page “Settings”.',
  already: 'Your e-mail address is confirmed',
  goOn: 'Go on',
  signedIn: 'You are signed in as {name}. Is this not you?',
} as const satisfies English<typeof kk>
