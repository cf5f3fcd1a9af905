import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Withdraw the application',
  position: '{name} leaves the queue. The position and the time of the application are not kept.',
  review: 'The application is not looked at any more, {name} does not enter the queue.',
  turn: 'The offered place is not kept for you any more, another child gets it: {garden}.',
  referral: 'Referral No. {number} is void at once, the place goes to another child: {garden}.',
  stopList: 'The term of the stop list ends, too.',
  noMiss: 'It does not count as a miss.',
  again: 'You may apply again later, but with a new time, at the end of the queue.',
  noUndo: 'A withdrawal cannot be undone.',
  moving: 'If you move to another district, do not withdraw: when the district is changed the old time may be kept.',
  sign: 'Sign and withdraw',
  stay: 'Do not withdraw',
  notNow: 'This application cannot be withdrawn.',
  enrolled: '{name} is enrolled. To take the child out, speak to the kindergarten.',
  over: 'The application is over, its state: {state}.',
  done: 'The application is withdrawn.',
} as const satisfies English<typeof kk>
