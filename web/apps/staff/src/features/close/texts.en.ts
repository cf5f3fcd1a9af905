import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'To the kindergarten',
  title: 'Closing a kindergarten',
  lead: 'A closed kindergarten is not opened again. See whom it touches before signing.',
  closed: 'This kindergarten is closed.',
  closedMore: 'Places are annulled and children depart within minutes.',
  touched: 'Whom it touches',
  free: 'Free places to be annulled',
  held: 'Turns that end',
  referrals: 'Referrals that become void',
  enrolled: 'Children who depart',
  heldOne: 'Application No. {number}, to be chosen by {until}',
  referralOne: 'Referral No. {referral}, application No. {number}',
  departingOne: '{child}, group of {year}, application No. {number}',
  consequence:
    'Children who lose a place or a referral stand in the queue again by the time of their applications, without a miss. Families are told.',
  ground: 'Ground: number and date of the order',
  writeGround: 'Write the ground',
  next: 'Next',
  signTitle: 'Signing the closing',
  sign: 'Sign and close',
  after: 'After signing',
  afterMore: 'The kindergarten is closed at once. This cannot be undone.',
  change: 'Change',
  logged: 'That you saw the children’s data is kept in the families’ logs.',
} as const satisfies English<typeof kk>
