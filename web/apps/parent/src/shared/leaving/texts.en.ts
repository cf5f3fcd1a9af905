import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Application',
  which: 'Which application',
  what: 'What happens once you have signed',
  told: 'A message goes to the contacts of the application.',
  signTitle: 'Signature',
} as const satisfies English<typeof kk>
