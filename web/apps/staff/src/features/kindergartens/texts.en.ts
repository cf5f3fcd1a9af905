import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Kindergartens',
  lead: 'The region’s kindergartens.',
  open: 'Open',
  closed: 'Closed',
  add: 'Add a kindergarten',
  name: 'Name',
  district: 'District or city',
  empty: 'No such kindergarten was found.',
  emptyMore: 'Shorten the word, or choose another district.',
} as const satisfies English<typeof kk>
