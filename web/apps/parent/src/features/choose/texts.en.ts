import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Choose a state kindergarten',
  lead: '{name}, group year {year}. These places are free: the one held for you, and those in free choice.',
  until: 'Choose and sign',
  attention: 'Please note!',
  mind: 'Mind the language of instruction and where the kindergarten is.',
  held: 'The place held for {name}',
  heldAbout: 'Only you can take it {until}.',
  open: 'Places in free choice',
  openAbout: 'Any child of this queue can take them: the family that signs first gets the place.',
  openWithTurn: 'If you take such a place, the one held for {name} is offered to the next child.',
  chipHeld: 'Held for you',
  chipOpen: 'In free choice',
  taught: 'Language of instruction: {language}',
  unwished: 'Your application does not ask for this language.',
  group: 'Group: {kind}. Kindergarten: {ownership}.',
  garden: 'About the kindergarten',
  count: 'Free places like this: {count}',
  choose: 'Choose',

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
    'Once signed, the place cannot be changed nor the referral cancelled here yet. Check the language of instruction and the address once more.',
  signTitle: 'Signature',
  sign: 'Sign and send',
  after: 'What happens then?',
  afterText:
    'The referral is issued at once and stands in the tab “Documents”. Come to the kindergarten with it in time: the last day and hour are written in it.',
  gone: 'This place is not free any more.',
  goneAbout: 'Another family may have taken it. {name} has not lost the position in the queue.',
} as const satisfies English<typeof kk>
