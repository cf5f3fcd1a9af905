import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  held: 'The place held for {name}',
  heldAbout:
    'It is held {until}. If another family whose turn has come chooses it before, another fitting place is held for {name}, and the term stays.',
  exchange: 'Places held for other children whose turn has come',
  exchangeAbout:
    'Such a place can be chosen, too: the child it was held for gets another fitting one, and nobody is left without.',
  kept: 'Places that cannot be taken now: {count}',
  needed: 'Another child needs this place: without it no fitting one would be left.',
  otherLanguage: 'Held for another child whose turn has come, and the application does not ask for this language.',
  cancelledBefore: 'The family gave this place up before. It can be chosen again in free choice only.',
  tooOldFree: 'The child is too old by now for places in free choice. The place held for it can be chosen.',
  tooYoungFree: 'The child is too young as yet for places in free choice. The place held for it can be chosen.',
  opensLater: 'Opens to free choice: {at}.',
  open: 'Places in free choice',
  openAbout: 'Any child of this queue can take them: the family that signs first gets the place.',
  openWithTurn: 'If such a place is taken, the one held for {name} is offered to the next child.',
  chipHeld: 'Held for this child',
  chipExchange: 'Can be exchanged',
  chipOpen: 'In free choice',
  taught: 'Language of instruction: {language}',
  unwished: 'The application does not ask for this language.',
  group: 'Group: {kind}. Kindergarten: {ownership}.',
  garden: 'About the kindergarten',
  count: 'Free places like this: {count}',
  choose: 'Choose',
  away: '{distance} from the point you set (as the crow flies).',
  sort: 'Order',
  byDistance: 'nearest first',
  byName: 'by name',
  twins: 'Choose together with the twins',
  twinsAbout: 'They were called together, so one signature can choose for them: all get places, or none does.',
  twinPlace: 'A place for {name}',
  twinApart: 'chosen apart',
  all: 'All',
  language: 'Language of instruction',
  ownership: 'Kind of kindergarten',
  name: 'Search by name',
  reset: 'Reset the filters',
  attention: 'Please note!',
  firstWins: 'This place is in free choice: the family that signs first gets it.',
  noUndo:
    'Once signed, the place cannot be changed. The referral can be cancelled within a short time of its issue only. Check the language of instruction and the address once more.',
  gardenUnknown: 'the kindergarten’s name is on its way',
} as const satisfies English<typeof kk>
