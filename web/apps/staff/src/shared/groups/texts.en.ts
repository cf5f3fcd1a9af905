import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  norm: 'Norm',
  noNorm: 'none stated',
  earlier: 'Enrolled before the system',
  enrolled: 'On the roster',
  onTheWay: 'On the way by referral',
  published: 'Published, not taken yet',
  free: 'May still be published',
  unlimited: 'no limit: no norm is stated',
} as const satisfies English<typeof kk>
