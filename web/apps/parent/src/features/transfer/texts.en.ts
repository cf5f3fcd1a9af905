import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Transfer to another kindergarten',
  what: 'What you ask for',
  district: 'In which district or city a kindergarten is needed',
  chooseDistrict: 'Choose',
  chooseFirst: 'Choose the district',
  registered: 'In another district the child must be registered there, permanently or temporarily.',
  next: 'Go on',
  change: 'Change',
  stay: 'Do not transfer',
  stays: '{name} stays in the present kindergarten until the new one enrols it: {garden}.',
  behind: 'In the queue it stands behind all children who have no place yet, by the time of the signature.',
  where: 'District: {district}. Language of instruction: {languages}.',
  never: 'Places of its present kindergarten are not offered to it.',
  then: 'We tell you when its turn comes; then all goes as usual: you choose a place and get a referral.',
  leaves: 'At the instant at which the new kindergarten enrols it the child leaves the former one for good.',
  ends: 'Should the child leave its present kindergarten before, or that be closed, the transfer is over.',
  sign: 'Sign and send',
  notNow: 'A transfer cannot be asked for now.',
  notNowAbout: 'State: {state}. A transfer can be asked for only once a kindergarten has enrolled the child.',
  runs: 'A transfer has been asked for already.',
  open: 'Open that application',
} as const satisfies English<typeof kk>
