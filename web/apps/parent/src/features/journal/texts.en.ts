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
  search: 'Application number or name of the child',
  searchHint: 'For example: 34.UO.2026.00001.1 or Alikhan',
  anyState: 'Any state',
  noneFits: 'No such application was found.',
  noneFitsAbout: 'Shorten the number or the name, or choose another state.',
  showAll: 'Show all',
} as const satisfies English<typeof kk>
