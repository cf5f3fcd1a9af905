import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Settings',
  title: 'Who saw my data',
  lead: 'Each time somebody on staff opens your data or your child’s, it is written here. What you look at yourself is not.',
  why: 'Why',
  application: 'Open the application',
  empty: 'Nobody on staff has opened your data.',
  emptyMore: 'If somebody does, it appears here at once.',
  strange: 'If a line puzzles you, tell support its day and hour.',
} as const satisfies English<typeof kk>
