import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Kindergartens',
  title: 'Add a kindergarten',
  lead: 'Where a kindergarten has asked for an account itself, approve that: here everything is typed.',
  requests: 'Requests for accounts',
  kind: 'Kind',
  chooseKind: 'Choose the kind',
  name: 'Name',
  address: 'Address',
  phone: 'Phone',
  phoneHint: 'A landline will do, as +7 716 212 34 56',
  website: 'Web site, if there is one',
  workers: 'IINs of the workers',
  workersHint: 'Each on a line of its own. It may stay empty; they can be added later',
  add: 'Add',
  adding: 'Adding…',
} as const satisfies English<typeof kk>
