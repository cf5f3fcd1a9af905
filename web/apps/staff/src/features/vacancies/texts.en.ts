import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Free places in kindergartens',
  lead: 'What the kindergartens you work in have published.',
  add: 'Add',
  added: 'The free places are published.',
  addedMore: 'Families whose turn has come get messages. The new line stands in the table below.',
  addedInRounds: 'The places wait for the next round. The new line stands in the table below.',
  empty: 'Your kindergarten has not published any free places yet.',
  emptyMore: 'Is a place free? Press “Add”: a child of the queue gets it.',
  csv: 'Table (CSV)',
  meaning: '“Free” counts places that are held for a child, too.',
} as const satisfies English<typeof kk>
