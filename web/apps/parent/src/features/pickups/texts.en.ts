import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Pick-up codes',
  lead: 'By such a code somebody who is not among the escorts fetches the child from the kindergarten, once, on one day.',
  escorts: 'Escorts',
  notYet: 'None of your children is in a kindergarten yet.',
  notYetMore: 'A code can be given once a kindergarten has accepted the child on its referral.',

  give: 'Give a code',
  child: 'Child',
  name: 'Who fetches the child: surname, name, patronymic',
  nameHint: 'As on the identity card: the worker compares',
  day: 'On which day',
  today: 'today, {day}',
  dayOf: '{weekday}, {day}',
  send: 'Get the code',
  sending: 'Making the code…',
  replaces: 'A code was given for this child and day. A new one ends it.',

  yours: 'The code is ready',
  once: 'The code is shown only now. Once you leave the page it cannot be seen again, but you can get a new one.',
  pass: '{name} shows this code and the identity card at the kindergarten on {day}.',
  qr: 'QR of the pick-up code',
  share: 'Share',
  shared:
    'Code to fetch the child from the kindergarten: {code}. Good once, on {day} only. Bring your identity card. Kindergarten: {kindergarten}.',
  copy: 'Copy',
  done: 'Done',

  given: 'Codes given',
  none: 'No codes for the last week or the days to come.',
  waiting: 'Waiting',
  used: 'Used',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  when: 'Day',
  usedAt: 'Fetched',
  by: 'Given by',
  worker: 'a worker of the kindergarten',
  withdraw: 'Withdraw',
  withdrawOf: '{name}: withdraw the code',
  withdrawTitle: '{name}: withdraw the code?',
  withdrawMore: 'It ends at once: this person cannot fetch the child. Tell them yourself.',
  withdrew: 'The code was withdrawn.',
  cancel: 'Cancel',

  how: 'How it works',
  how1: 'A code is for one child and one day, and good once.',
  how2: 'Tell it, or send it, only to somebody you trust. The worker compares the name with the identity card.',
  how3: 'When the child is given you get an SMS and a letter; when, and who fetched, appears here.',
  how4: 'Who fetches the child often is better added as an escort.',
} as const satisfies English<typeof kk>
