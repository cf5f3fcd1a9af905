import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Choose a state kindergarten',
  lead: '{name}, group year {year}. These places can be chosen: the one held for you, those held for other children whose turn has come, and those in free choice.',
  until: 'Choose and sign',
  attention: 'Please note!',
  mind: 'Mind the language of instruction and where the kindergarten is.',
  held: 'The place held for {name}',
  heldAbout:
    'It is held {until}. If another family whose turn has come chooses it before, another fitting place is held for {name}, and the term stays.',
  exchange: 'Places held for other children whose turn has come',
  exchangeAbout:
    'You may choose such a place, too: the child it was held for gets another fitting one, and nobody is left without.',
  kept: 'Places that cannot be taken now: {count}',
  needed: 'Another child needs this place: without it no fitting one would be left.',
  otherLanguage: 'Held for another child whose turn has come, and your application does not ask for this language.',
  cancelledBefore: 'You gave this place up before. It can be chosen again in free choice only.',
  opensLater: 'Opens to free choice: {at}.',
  open: 'Places in free choice',
  openAbout: 'Any child of this queue can take them: the family that signs first gets the place.',
  openWithTurn: 'If you take such a place, the one held for {name} is offered to the next child.',
  chipHeld: 'Held for you',
  chipExchange: 'Can be exchanged',
  chipOpen: 'In free choice',
  taught: 'Language of instruction: {language}',
  unwished: 'Your application does not ask for this language.',
  group: 'Group: {kind}. Kindergarten: {ownership}.',
  garden: 'About the kindergarten',
  count: 'Free places like this: {count}',
  choose: 'Choose',
  away: '{distance} from the point you set (as the crow flies).',

  mapTitle: 'Look at the map and measure the distance',
  map: 'A plain map of the kindergartens',
  mapHow:
    'Mark your home: tap the map, or move the point with the arrow keys. The numbers on the map are those of the kindergartens in the list below.',
  mapKept:
    'The point stays on this device and is sent to nobody. Kindergartens whose place is not known are not on the map.',
  north: 'N ↑',
  locate: 'Where I am',
  locating: 'Looking…',
  noLocation: 'The device did not say where it is. Set the point on the map yourself.',
  forgetPoint: 'Remove the point',
  sort: 'Order',
  byDistance: 'nearest first',
  byName: 'by name',

  twins: 'Choose together with the twins',
  twinsAbout: 'They were called together, so one signature can choose for them: all get places, or none does.',
  twinPlace: 'A place for {name}',
  twinApart: 'I choose apart',

  all: 'All',
  language: 'Language of instruction',
  ownership: 'Kind of kindergarten',
  name: 'Search by name',
  reset: 'Reset the filters',

  nothing: 'There is no free place to choose now.',
  nothingAbout:
    '{name} keeps the position in the queue. When it is your turn, an SMS and a letter come. Places opened to free choice appear in this list; no messages are sent about them.',
  position: 'See the position in the queue',

  notNow: 'No place can be chosen now.',
  stateIs: 'State of the application: {state}.',
  stopListed: 'On the stop list {until}. Then {name} returns to their own position in the queue.',
  referred: 'A place is chosen for {name}, and a referral is issued.',
  referredAbout: 'The referral says until when to come to the kindergarten.',
  tooYoung: 'A place for {name} can be chosen from {from} on.',
  tooYoungAbout: 'Before that day the child is too young. The position in the queue is kept.',
  tooOld: '{name} is too old for a kindergarten.',
  tooOldAbout: 'So no place can be chosen.',
  coming: 'The application is being put into the queue.',
  comingAbout: 'The places you may choose appear within seconds.',

  confirmTitle: 'Check the place you chose',
  another: 'Choose another place',
  firstWins: 'This place is in free choice: the family that signs first gets it.',
  noUndo:
    'Once signed, the place cannot be changed. The referral can be cancelled within a short time of its issue only. Check the language of instruction and the address once more.',
  signTitle: 'Signature',
  sign: 'Sign and send',
  after: 'What happens then?',
  afterText:
    'The referral is issued at once and stands in the tab “Documents”. Come to the kindergarten with it in time: the last day and hour are written in it.',
  gone: 'This place is not free any more.',
  goneAbout: 'Another family may have taken it. {name} has not lost the position in the queue.',
} as const satisfies English<typeof kk>
