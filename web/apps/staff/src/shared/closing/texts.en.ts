import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  closed: 'This kindergarten is closed. Closed on {day}',
  ground: 'Ground: {ground}.',
  meaning: 'No places are published here and no children accepted. Former lists and the history are kept.',
} as const satisfies English<typeof kk>
