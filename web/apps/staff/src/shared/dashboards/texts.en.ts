import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  waiting: 'Waiting',
  called: 'Choosing a place',
  free: 'Free places',
  freeChoice: 'Of them in free choice',
  overdue: 'Overdue decisions',
  whole: 'The whole region',
  files: 'Download as a file',
  filesMore: 'Columns are named in the language of the page; numbers are those of the moment.',
  xlsx: 'All tables (XLSX)',
  tooMany: { one: 'A file holds {n} line at most.', other: 'A file holds {n} lines at most.' },
  tooManyMore: 'Narrow the table down by its filters, then it can be downloaded.',
} as const satisfies English<typeof kk>
