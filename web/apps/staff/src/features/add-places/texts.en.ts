import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Add free places',
  back: 'Free places',
  kindergarten: 'Kindergarten',
  language: 'Language of instruction',
  groupYear: 'Group year',
  groupYearHint: 'The year of birth of the group’s children',
  kind: 'Kind of group',
  places: 'Number of free places',
  choose: 'Choose…',
  chooseLanguage: 'Choose the language of instruction',
  chooseYear: 'Choose the group year',
  chooseKind: 'Choose the kind of group',
  placesWrong: 'Write the number of places in figures: 1, 2, 3…',
  room: 'Places of this group that may still be published: {n}',
  roomUnlimited: 'No norm of this group is stated',
  check: 'CHECK!',
  checkMore: 'What is saved cannot be corrected.',
  save: 'Save',
  cancel: 'Cancel',
  attention: 'ATTENTION',
  sure: 'Are you sure that the data you entered are correct? Once confirmed, they cannot be edited!',
  next: 'After “OK” you sign this by EDS. Until it is signed nothing is published.',
  ok: 'OK',
  cancelAsked: 'Cancel',
  signTitle: 'Sign and publish',
  change: 'Change the data',
  after: 'After you have signed',
  afterInRounds:
    'The places are not offered at once: they wait for the next round. A family that the round gives a place gets an SMS and a letter.',
  afterMore: {
    one: 'The places are offered to the children of the queue at once: the family whose turn has come gets an SMS and a letter, and has {n} working day to choose.',
    other:
      'The places are offered to the children of the queue at once: the family whose turn has come gets an SMS and a letter, and has {n} working days to choose.',
  },
} as const satisfies English<typeof kk>
