import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'What an officer may do',
  lead: 'Your district: {district}',
  now: 'Today',
  nowText: 'You decide on papers, and find and open applications of your district.',
  figures: 'Figures of the queues, and what is due',
  desk: 'Papers that wait for a decision',
  find: 'Find an application',
  counter: 'Enter a paper application',
  manual: 'Manual for officers',
  places: 'Free places of the district',
  kindergartens: 'Kindergartens of the district',
  check: 'Check of a referral by its code',
  later: 'Not there yet',
  laterText: 'This comes to the system in a later step, and will stand here:',
  later1: 'deciding where a kindergarten refused a child',
} as const satisfies English<typeof kk>
