import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  annulments: 'Annulled places',
  at: 'When',
  by: 'Officer',
  unknown: 'not known',
  many: 'Number of places',
  ended: 'Turns ended',
  reason: 'Reason',
  remark: 'Explanation',
  reason_published_by_mistake: 'the places were published by mistake',
  reason_group_not_opened: 'the group is not going to be opened',
  reason_premises_unusable: 'the premises cannot be used',
  reason_other: 'another',
} as const satisfies English<typeof kk>
