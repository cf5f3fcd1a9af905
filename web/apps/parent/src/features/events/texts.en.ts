import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Settings',
  title: 'What happened to my account',
  lead: 'Sign-ins, failed attempts, changes of contacts and password.',
  empty: 'Nothing has happened yet.',
  emptyMore: 'Your next sign-in appears here.',
  strange: 'If it was not you, end all sessions and tell support.',
  sessions: 'See where I am signed in',
} as const satisfies English<typeof kk>
