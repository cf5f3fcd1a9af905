import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  queued: '{name} stands in the queue again, by the former time of submission.',
  called: 'When a place is free, the child is called as before.',
  once: 'An application is restored once only.',
  next: 'If next time the place is not confirmed, or the papers are not handed in, in time, the child is removed from the queue at once.',
  sign: 'Sign and restore',
  later: 'Not now',
  notNow: 'This application need not be restored.',
  stateIs: 'Its state: {state}. Only an inactive application is restored.',
} as const satisfies English<typeof kk>
