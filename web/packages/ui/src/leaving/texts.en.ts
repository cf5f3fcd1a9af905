import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Sign out?',
  drafts: 'This device has the draft of an unfinished application. It is deleted when you sign out.',
  marks:
    'Marks not sent from this phone: {count}. If you sign out, they stay on this device and are sent only when you sign in again.',
  leaveAnyway: 'Sign out anyway',
  leave: 'Sign out and delete the draft',
  leaving: 'Signing out…',
  cancel: 'Cancel',
} as const satisfies English<typeof kk>
