import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  caption: 'Table of free places',
  kindergarten: 'Name of the kindergarten',
  groupYear: 'Group year',
  language: 'Language of instruction',
  kind: 'Kind of group',
  total: 'Total',
  free: 'Free',
  publisher: 'Added by',
  ownership: 'Kind of kindergarten',
  at: 'Added at',
  state: 'State',
  stateOwned: 'state',
  privatelyOwned: 'private',
  miniCentre: 'mini-centre',
  waiting: 'Waiting',
  free_choice: 'In free choice',
  none_left: 'No places left',
  byPolicy: 'by the district’s policy',
  unknown: 'unknown',
  annulledMany: 'annulled: {n}',
} as const satisfies English<typeof kk>
