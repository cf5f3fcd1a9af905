import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Settings',
  workroom: 'Workroom',
  title: 'Password',
  lead: 'A worker of a kindergarten may also sign in by IIN (the login) and password.',
  notWorker: 'Only workers of kindergartens need a password',
  notWorkerAdvice: 'You sign in with your EDS or a one-time code.',
  byKey: 'To set a password, sign in with your EDS',
  byKeyAdvice:
    'This session does not open your role as a worker. After signing in with the EDS you come back to this page.',
  signInByKey: 'Sign in with the EDS',
  choosePlace: 'First choose where you work',
  choosePlaceAdvice: 'You work for several kindergartens: choose one in the workroom and come back here.',
  setAt: 'A password was set on {date}.',
  notSet: 'There is no password: now you can sign in with your EDS only.',
  current: 'Present password',
  currentWrong: 'The present password is wrong. The new one was not saved',
  fresh: 'New password',
  freshHint: 'At least 8 characters. No birth date, phone, name or common word.',
  show: 'Show the password',
  othersEnd: 'Once it is saved, your sessions on other devices end.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'The password was saved.',
  savedAdvice: 'Now you can sign in “By IIN”: the login is your IIN. Other sessions have ended.',
  removeTitle: 'Remove the password',
  removeAbout: 'Without it you sign in with your EDS only.',
  remove: 'Remove the password',
  removeAsk: 'Remove the password?',
  onlyByKey: 'A password can be removed only when signed in with the EDS.',
  cancel: 'Cancel',
} as const satisfies English<typeof kk>
