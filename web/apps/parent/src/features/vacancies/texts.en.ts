import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Free places in kindergartens',
  lead: 'Which kindergartens have free places. You need not sign in.',
  district: 'Choose your district or city',
  notChosen: 'Not chosen',
  chooseFirst: 'Choose a district first: free places are shown district by district.',
  inDistrict: 'Free places: {district}',
  placesFree: { one: '{n} free place', other: '{n} free places' },
  forQueue: { one: '{n} place for children of the queue', other: '{n} places for children of the queue' },
  inFreeChoice: { one: '{n} place in free choice', other: '{n} places in free choice' },
  caption: 'Table of free places',
  kindergarten: 'Kindergarten',
  groupYear: 'Group year',
  language: 'Language of instruction',
  groupKind: 'Kind of group',
  ownership: 'Kind of kindergarten',
  free: 'Free',
  freeChoice: 'In free choice',
  state: 'State',
  empty: 'There are no free places now: {district}.',
  emptyMore:
    'When a place comes free, the family whose turn has come gets an SMS and a letter. This list refreshes itself.',
  kindergartens: 'Kindergartens of the district',
  whatIsWaiting: '“Waiting”: the place waits for the choice of the child whose turn has come.',
  whatIsFreeChoice:
    '“In free choice”: any child in the queue of this group year that is old enough may take it, whoever signs first. No messages are sent about these places.',
  toCabinet: 'Sign in and choose a place',
} as const satisfies English<typeof kk>
