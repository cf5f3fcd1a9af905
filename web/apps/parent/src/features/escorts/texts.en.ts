import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Escorts',
  lead: 'Who brings the child to the kindergarten and fetches it.',
  cabinet: 'My children',
  notYet: 'No child of yours is enrolled in a kindergarten yet.',
  notYetMore: 'Escorts can be added once the kindergarten has accepted the child by its referral.',

  you: 'You',
  youMore:
    'As the parent or guardian who applied you are an escort anyway and need not add yourself. Your data come from your account.',
  iin: 'IIN',
  phone: 'Phone',
  noPhone: 'not given',

  others: 'Other escorts',
  none: 'There are no other escorts.',
  children: 'Children entrusted',
  noChildren: 'No child is entrusted at present',
  signedIn: 'Signed in',
  signedInSince: 'yes, first on {at}',
  notSignedIn: 'not yet',
  toCheck: 'Being checked',
  change: 'Change',
  changeOf: '{name}: change',

  add: 'Add an escort',
  name: 'Surname, given name, patronymic',
  nameHint: 'As on the identity card',
  phoneHint: 'Messages and the one-time code go to this number',
  which: 'Which children they escort',
  chooseChild: 'Tick one child at least',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  remove: 'Remove',
  removeTitle: '{name}: remove from the escorts?',
  removeMore: 'This person may not fetch your children from the kindergarten any more, at once. They are told by SMS.',
  saved: 'Saved. It holds at once.',
  removed: 'The escort was removed.',

  once: 'If somebody else fetches the child once',
  onceMore: 'Give them a code for one day, which is good once.',
  pickups: 'Pick-up codes',

  rules: 'Who can be added',
  ruleMost: 'At most {most} escorts for a child.',
  ruleAge: 'Nobody younger than {years} years.',
  ruleStaff:
    'Nobody of the kindergarten’s staff (head, educator and others). The parent or guardian who applied is an escort anyway.',
  ruleChildren: 'At most {most} children to one escort.',
  ruleData: 'IIN and name are checked against the persons register.',
  ruleParent: 'Only the parent who got the referral adds escorts.',
  ruleNow: 'There are no 15 minutes to wait any more: what is saved holds at once.',
} as const satisfies English<typeof kk>
