import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Journal of queue applications',
  lead: 'Press “▶” to open an application.',
  open: '▶ Open',
  openOne: '▶ Open: {number}',
  empty: 'You have no applications yet.',
  emptyAbout: 'Once you have signed an application, it stands in this journal and is never deleted.',
  apply: 'Apply',
} as const satisfies English<typeof kk>
