import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Move to another district',
  where: 'Where you move',
  district: 'The new district or city',
  chooseDistrict: 'Choose',
  chooseFirst: 'Choose a district',
  registered: 'The child must be registered there, permanently or temporarily: this is checked in the state register.',
  along: 'The twin moves, too: {name}',
  alongHint: 'Without the tick it stays in the former district, and the applications are linked no more.',
  together: 'The twins are linked in the new queue, too, and stand together.',
  apart: 'The twin that stays keeps its position in the former district: the applications are linked no more.',
  check: 'Check',
  checking: 'Asking the register…',
  leaves: '{name} leaves the queue of “{from}” and enters that of “{to}”. The application gets a new number.',
  time: 'Which time counts in the queue is written in the document below.',
  turn: 'The offered place goes to another child: {garden}. It does not count as a miss.',
  misses: 'The number of referrals not used ({n}) is kept.',
  stopList: 'The term of the stop list goes on: {until}.',
  claims: 'Benefits and their papers go along; the new district decides what is open.',
  sign: 'Sign and move',
  change: 'Choose another district',
  stay: 'Do not move',
  notNow: 'The district cannot be changed now.',
  notNowAbout: 'State: {state}. It can while the child is in the queue, called or on the stop list.',
} as const satisfies English<typeof kk>
