import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Requests for accounts',
  lead: 'Sent by kindergartens without an account. The oldest come first.',
  state: 'State',
  open: 'Under review',
  approved: 'Approved',
  refused: 'Refused',
  name: 'Kindergarten',
  number: 'No.',
  district: 'District or city',
  submitted: 'Sent',
  see: 'Open No. {number}',
  empty: 'There are no such requests.',
  emptyMore: 'A new one appears here.',
} as const satisfies English<typeof kk>
