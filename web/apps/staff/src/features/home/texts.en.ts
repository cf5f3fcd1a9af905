import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Workroom of a kindergarten worker',
  about: 'For workers of kindergartens, education departments and administrators.',
  enter: 'Sign in',
} as const satisfies English<typeof kk>
