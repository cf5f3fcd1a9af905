import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Kindergarten queue',
  region: 'Akmola Region',
  chooseDistrict: 'Choose your district or city',
  notChosen: 'Not chosen',
  kept: 'Your choice is kept on this device.',
  queue: 'Queue for a place in a kindergarten',
  queueAbout: 'Apply, see your position, choose a kindergarten',
  enter: 'Sign in',
  cabinet: 'Go to my account',
  vacancies: 'Free places in kindergartens',
  vacanciesAbout: 'Kindergartens and free places. You need not sign in',
  attendance: 'Mark that a child has come',
  attendanceAbout: 'For parents and escorts',
  staff: 'Workroom of a kindergarten worker',
  staffAbout: 'For workers of kindergartens',
  manuals: 'Manuals',
  manualsAbout: 'Five manuals, and “What is an automated queue?”',
  figures: 'Figures of the queue',
  figuresAbout: 'How many wait in a district, what is free, who was called last',
  place: 'Check of a place in the queue',
  placeAbout: 'By the number of the application, without signing in',
  kindergartens: 'List of kindergartens',
  kindergartensAbout: 'Address, phone, kind',
  check: 'Check a referral',
  checkAbout: 'Whether a referral is valid: by its QR code, or the code on the paper',
  account: 'An account for a kindergarten',
  accountAbout: 'For kindergartens without login and password: ask for one, see how far it is',
} as const satisfies English<typeof kk>
