import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'To the free places',
  lead: 'An officer annulled places that your kindergarten had published. They are offered to nobody any more.',
  none: 'Nothing of this publication was annulled.',
} as const satisfies English<typeof kk>
