import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'List of kindergartens',
  lead: 'Address, phone, kind. You need not sign in.',
  district: 'District or city',
  allDistricts: 'All districts',
  name: 'Search by name',
  nameHint: 'Part of the name, in any language',
  ownership: 'Kind',
  all: 'All',
  found: { one: '{n} kindergarten was found', other: '{n} kindergartens were found' },
  empty: 'No such kindergarten was found.',
  emptyMore: 'Shorten the word, or choose another district.',
  vacancies: 'Free places',
} as const satisfies English<typeof kk>
