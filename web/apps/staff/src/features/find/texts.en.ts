import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Find an application',
  lead: '{district}: only applications of this district are found.',
  search: 'Search',
  by: 'By',
  by_number: 'number',
  by_iin: 'IIN',
  by_name: 'name and birth date',
  number: 'Number of the application',
  numberHint:
    'UO or УО, with zeros or without: 34.UO.2026.1.1. The number of an admission application will do, too: 110.2026.1',
  admission: 'admission application № {number}',
  iin: 'IIN',
  iinHint: 'Of the child or the applicant',
  name: 'Surname or name of the child',
  nameHint: 'A part is enough',
  find: 'Find',
  searching: 'Searching…',
  isLogged: 'That you looked stays in the log that the family reads.',
  found: { one: '{n} application found', other: '{n} applications found' },
  kind: 'Kind of application',
  kind_all: 'all',
  kind_place: 'for a place',
  kind_transfer: 'for a transfer',
  isTransfer: 'transfer to another kindergarten',
  nothing: 'There is no such application in this district.',
  nothingMore: 'Check the number or the IIN. Applications of other districts are not seen here.',
} as const satisfies English<typeof kk>
