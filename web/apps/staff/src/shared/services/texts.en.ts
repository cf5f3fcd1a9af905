import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  auth: 'Signing in and roles',
  applications: 'Applications',
  queue: 'Queue',
  referrals: 'Referrals',
  kindergartens: 'Kindergartens',
  notifications: 'Messages',
  documents: 'Papers',
  tabs: 'System',
  healthTab: 'Health of the parts',
  parkedTab: 'Parked records',
} as const satisfies English<typeof kk>
