import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  sections: 'Sections',
  vacancies: 'Free places in kindergartens',
  vacanciesShort: 'Free places',
  vacanciesAbout: 'The free places of your kindergarten: see them, add some',
  workroom: 'Acceptance by referral',
  workroomShort: 'Acceptance',
  workroomAbout: 'Find a referral by its number or by IIN, accept the child',
  roster: 'List of enrolled children',
  rosterShort: 'Children',
  rosterAbout: 'Children who were accepted into your kindergarten',
  password: 'Password',
  passwordAbout: 'To sign in by IIN and password next time',
  settings: 'Settings',
  settingsAbout: 'Your e-mail and phone, where you are signed in, who has seen your data',
} as const satisfies English<typeof kk>
