import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  tabs: 'Logs',
  readingsTab: 'Readings of data',
  eventsTab: 'Security events',
  from: 'From the day',
  to: 'To the day (inclusive)',
  onlyPerson: 'About one person: {id}',
  onlyReader: 'What one person opened: {id}',
  everybody: 'Show all',
  findPerson: 'Find a person by IIN',
  export: 'Download as CSV',
  exportNote:
    'The file has all lines of that period and these conditions. Taking it is written down as a security event.',
  person: 'Person',
  nobody: 'not told',
  empty: 'There is nothing like it.',
  emptyMore: 'Widen the period, or drop the conditions.',
} as const satisfies English<typeof kk>
