import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  place: 'The offered place is not kept for you any more, another child gets it: {garden}.',
  referral: 'Referral No. {number} is void at once.',
  position: '{name} is removed from the queue. The position and the time of the application are not kept.',
  again: 'You may apply again later, but with a new time, at the end of the queue.',
  noUndo: 'Declining cannot be undone.',
  sign: 'Sign and decline',
  keep: 'Keep the place',
  notNow: 'There is no place to decline now.',
  notNowMore:
    'No place is offered, its term is over, or places are not declined in this district. To leave the queue altogether, withdraw the application.',
} as const satisfies English<typeof kk>
