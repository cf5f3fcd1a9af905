import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'In which kindergarten do you work now?',
  oldName:
    'The kindergartens you work in. In one session you work with one of them; you can change it at any time. The former button «Добавить» is “Choose” now.',
  take: 'Choose',
  takeThis: 'Choose: {name}',
  taking: 'Choosing…',
  current: 'You work here',
  worksAt: 'You work in:',
  change: 'Change',
  changeTitle: 'Change the kindergarten you work in',
  choose: 'Choose the kindergarten',
  none: 'No kindergarten is entered for you.',
  noneAdvice: 'If your kindergarten’s account is new, look again in a few minutes. Otherwise ask support.',
  notWorker: 'This page is for workers of kindergartens.',
  notWorkerAdvice: 'Your account belongs to no kindergarten. If your kindergarten has no account yet, ask for one.',
  ask: 'An account for a kindergarten',
  byKey: 'Sign in by EDS or by password to come here.',
  byKeyAdvice: 'You have signed in by a one-time code, which does not open the workroom.',
  signInByKey: 'Sign in by EDS',
} as const satisfies English<typeof kk>
