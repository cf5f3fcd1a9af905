import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Refused children',
  lead: 'Your district: {district}. Children whom a kindergarten has refused, to be decided upon. Those who wait longest come first.',
  waits: 'Waits',
  days: {
    one: '{n} working day',
    other: '{n} working days',
  },
  answered: 'The family has answered',
  refused: 'Refused at',
  kindergarten: 'Kindergarten',
  reason: 'The kindergarten’s reason',
  number: 'Referral number',
  openOne: 'Open referral No. {number}',
  empty: 'No refusal waits for a decision.',
  emptyMore: 'When a kindergarten refuses a child, it appears in this list by itself.',
} as const satisfies English<typeof kk>
