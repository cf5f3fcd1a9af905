import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  notYours: 'This page is for an administrator',
  notYoursAdvice:
    'If you are an administrator, sign in with your EDS key: no other way of signing in opens these sections.',
  signInByKey: 'Sign in with the EDS key',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  inKk: 'in Kazakh',
  inRu: 'in Russian',
  inEn: 'in English',
  iin: 'IIN',
  district: 'District or city',
  notChosen: 'Not chosen',
  chooseDistrict: 'Choose the district',
  worker: 'worker of a kindergarten',
  officer: 'officer',
  administrator: 'administrator',
  parent: 'parent',
  escort: 'escort',
} as const satisfies English<typeof kk>
