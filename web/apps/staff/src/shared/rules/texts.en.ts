import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  tabs: 'Rules',
  policyTab: 'Policy',
  calendarTab: 'Working calendar',
  benefitsTab: 'Benefits',
  whole: 'Region (districts without their own)',
  whose: 'Whose policy',
  yes: 'yes',
  no: 'no',
  off: 'not set',
  referral: 'referral',
  voucher: 'voucher',
  clause: '§{clause}',
  bounds: '{least}–{most}',
  history: 'History of changes',
  historyEmpty: 'Nothing has been changed yet.',
  historyEmptyMore: 'Every signed change will stand here.',
  shipped: 'Version {version}, shipped with the system',
  signed: 'Version {version}',
  signedBy: 'Signed by',
  holdsFrom: 'In force from',
  statement: 'What was signed',
  signTitle: 'Sign',
  change: 'Change',
  next: 'Next',
  back: 'Back',
  cancel: 'Cancel',
  done: 'Signed.',
  doneMore: 'The change was sent to all parts of the system.',
} as const satisfies English<typeof kk>
