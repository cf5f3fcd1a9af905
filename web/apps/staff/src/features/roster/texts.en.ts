import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'List of enrolled children',
  present: 'Enrolled children',
  former: 'Children who have left',
  regroup: 'Move to another group',
  refresh: 'Refresh the list',
  refreshing: 'Refreshing…',
  csv: 'The list (CSV)',
  filesNote: 'Filters of year, language, kind and days hold for the file; a search by name or number does not.',
  empty: 'There is no child in the list yet.',
  emptyMore: 'A child appears here once you have accepted it by its referral.',
  emptyFormer: 'No child has left.',
  toWorkroom: 'Acceptance by referral',
} as const satisfies English<typeof kk>
