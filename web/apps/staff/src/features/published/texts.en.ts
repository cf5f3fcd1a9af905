import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Free places published in the district',
  lead: '{district}: what its kindergartens have published. What was published by mistake is annulled here.',
  empty: 'The kindergartens of the district have not published any places yet.',
  csv: 'Table (CSV)',
  logged: 'That you saw who published them is kept in the log of readings.',
} as const satisfies English<typeof kk>
