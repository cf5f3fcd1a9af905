import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Find a person by IIN',
  lead: 'To end sessions, to see who opened somebody’s data, or what happened to an account.',
  hint: '12 digits. Only somebody who has signed in at least once is found',
  find: 'Search',
  finding: 'Searching…',
  logged: 'The search stands in the reading log, and the person sees it.',
} as const satisfies English<typeof kk>
