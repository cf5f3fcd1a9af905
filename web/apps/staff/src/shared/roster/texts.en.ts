import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  list: 'List of enrolled children',
  name: 'The child’s name',
  iin: 'The child’s IIN',
  born: 'Date of birth',
  application: 'Application number',
  referral: 'Referral number',
  year: 'Group year',
  language: 'Language of instruction',
  kind: 'Kind of group',
  accepted: 'Accepted',
  leftOn: 'Date of leaving',
  why: 'Reason of leaving',
  left: 'Has left',
  reason_moved_away: 'the family has moved away',
  reason_to_school: 'the child has gone to school',
  reason_other_kindergarten: 'the child went to another kindergarten',
  reason_familys_wish: 'the family wished so',
  reason_long_absence: 'the child did not come for a long time',
  reason_closed: 'the kindergarten was closed',
  reason_other: 'another reason',
  cancel: 'Cancel',
  sign: 'Sign and send',
  change: 'Change the data',
  after: 'After you have signed',
} as const satisfies English<typeof kk>
