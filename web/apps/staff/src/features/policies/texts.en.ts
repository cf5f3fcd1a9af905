import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Policy',
  lead: 'All numbers and switches of the queue and of referrals: what is in force, what is coming, who changed it.',
  inForce: 'In force now',
  since: 'since {day}',
  ownPolicy: 'The district has its own policy.',
  regionsPolicy: 'The district has no policy of its own: the region’s holds.',
  changePolicy: 'Change the policy',
  coming: 'Coming',
  from: 'From {day}',
  notComing: 'No change is coming.',
} as const satisfies English<typeof kk>
