import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'An account for a kindergarten',
  title: 'How far the request is',
  lead: 'By the number and code that you got when you sent it.',
  number: 'Number of the request',
  code: 'Code',
  codeHint: '26 letters and digits; spaces and dashes do not matter',
  see: 'See',
  looking: 'Looking…',
  numberWrong: 'The number of a request has digits only',
  missing: 'Type the code',
  request: 'Request № {number}',
  sentAt: 'Sent at',
  decidedAt: 'Decided at',
  open: 'No administrator has decided yet. There is nothing to do now: the decision comes by SMS and letter.',
  approved: 'The account is open. The person named in the request can sign in with the EDS; the login is the IIN.',
  refused: 'The request was refused.',
  reason: 'Reason',
  remark: 'In the administrator’s words',
  signIn: 'Sign in',
  again: 'Mend the data and ask again',
} as const satisfies English<typeof kk>
