import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Referral',
  title: 'Cancelling the referral',
  which: 'Which referral',
  number: 'Referral number',
  garden: 'Kindergarten',
  until: 'It may be cancelled',
  untilMore: 'After that it cannot be cancelled.',
  void: 'The referral is void at once.',
  queued:
    'The child stands in the queue again, at its own time; if it is too old for a kindergarten by then, it is removed.',
  noMiss: 'This is no missed term, and there is no stop list.',
  passedOn:
    'The place goes to another child: yours is not called for it again, and can choose it only if it comes to free choice.',
  noUndo: 'A cancelled referral cannot be had back.',
  sign: 'Sign and cancel the referral',
  keep: 'Keep the referral',
  notNow: 'This referral cannot be cancelled any more.',
  notNowMore:
    'The time for it is over, or the referral is not valid. Come to the kindergarten in time: otherwise the child is put on the stop list, or after the last miss that is allowed is removed from the queue.',
} as const satisfies English<typeof kk>
