import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Yearly sorting',
  lead: 'The queues of districts with numbered categories are sorted anew once a year.',
  districts: 'Districts',
  district: 'District or city',
  due: 'From which day',
  state: 'State',
  last: 'Sorted last',
  never: 'never',
  done: 'sorted this year',
  running: 'being sorted',
  waits: 'may be sorted',
  notYet: 'the day has not come',
  nowhere: 'There is no such district',
  nowhereMore: 'A district is listed here once its policy has numbered categories.',
} as const satisfies English<typeof kk>
