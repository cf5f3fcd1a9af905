import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  notYours: 'This page is for officers',
  notYoursAdvice: 'If you are an officer, sign in with your EDS: no other way of signing in opens this section.',
  signInByKey: 'Sign in with EDS',
  number: 'Number of the application',
  child: 'Name of the child',
  born: 'Born on',
  state: 'State',
  submitted: 'Submitted',
  open: 'Open',
  openOne: 'Open application No. {number}',
  logged: 'That you opened the data stays in the log that the family reads.',
} as const satisfies English<typeof kk>
