import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'List of enrolled children',
  name: 'The child’s name',
  iin: 'The child’s IIN',
  born: 'Date of birth',
  application: 'Application number',
  referral: 'Referral number',
  year: 'Group year',
  language: 'Language of instruction',
  accepted: 'Accepted',
  refresh: 'Refresh the list',
  refreshing: 'Refreshing…',
  empty: 'There is no child in the list yet.',
  emptyMore: 'A child appears here once you have accepted it by its referral.',
  toWorkroom: 'Acceptance by referral',
} as const satisfies English<typeof kk>
