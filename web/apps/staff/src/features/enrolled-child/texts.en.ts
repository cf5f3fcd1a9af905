import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'A child of the list',
  about: 'The child',
  here: 'Enrolled',
  group: 'Group',
  note: 'View the departure note (PDF)',
  way: 'Where the child has been',
  kindergarten: 'Kindergarten',
  period: 'Period',
  now: 'now',
  begun: 'How it came',
  ended: 'How it left',
  begun_accepted: 'accepted by referral',
  begun_regrouped: 'from another group of the kindergarten',
  ended_regrouped: 'went over to another group',
  begun_swapped: 'came by a swap',
  ended_swapped: 'went to another kindergarten by a swap',
  ended_departed: 'has left',
  escorts: 'Escorts',
  escortsMore:
    'The parent or guardian who applied may escort the child anyway. That you have looked stays in the reading log.',
  noEscorts: 'There are no other escorts.',
  escort: 'Escort',
  phone: 'Phone',
  checked: 'Confirmed by the register',
  yes: 'yes',
  notYet: 'not yet',
} as const satisfies English<typeof kk>
