import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Choose a state kindergarten',
  lead: '{name}, group year {year}. These places can be chosen: the one held for you, those held for other children whose turn has come, and those in free choice.',
  until: 'Choose and sign',
  byRound:
    'A round of distribution gave you this place: choose it and sign to confirm. Places given to other children cannot be chosen.',
  mind: 'Mind the language of instruction and where the kindergarten is.',

  mapTitle: 'Look at the map and measure the distance',
  map: 'A plain map of the kindergartens',
  mapHow:
    'Mark your home: tap the map, drag the point, or move it with the arrow keys. The numbers on the map are those of the kindergartens in the list below.',
  mapKept:
    'The point stays on this device and is sent to nobody. Kindergartens whose place is not known are not on the map.',
  north: 'N ↑',
  locate: 'Where I am',
  locating: 'Looking…',
  noLocation: 'The device did not say where it is. Set the point on the map yourself.',
  forgetPoint: 'Remove the point',

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
  signTitle: 'Signature',
  sign: 'Sign and send',
  after: 'What happens then?',
  afterText:
    'The referral is issued at once and stands in the tab “Documents”. Come to the kindergarten with it in time: the last day and hour are written in it.',
  gone: 'This place is not free any more.',
  goneAbout: 'Another family may have taken it. {name} has not lost the position in the queue.',
} as const satisfies English<typeof kk>
