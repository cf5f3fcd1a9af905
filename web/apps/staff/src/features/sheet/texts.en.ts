import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Attendance sheet',
  back: 'The group’s day',
  earlier: 'Earlier month',
  later: 'Later month',
  empty: 'No child was on the roster in this month.',
  emptyMore: 'Choose another month.',
  groupOf: 'group of {year}, language: {language}, {kind}',

  open: 'Open',
  closed: 'Closed',
  notOver: 'The sheet can be closed with a signature once the month is over.',
  mayClose: 'The month is over. Check the numbers and close the sheet.',
  closedMore: 'No. {number}, {time}, signed by {who}',
  closedNote: 'A closed month takes neither marks nor corrections.',
  reopenedLine: 'Sheet No. {number} was reopened: {time}, {who}. Reason: {reason}',

  children: 'The children’s days',
  child: 'Child',
  present: 'There',
  illness: 'Ill',
  leave: 'On leave',
  other: 'Another reason',
  unmarked: 'No mark',
  unmarkedOf: 'Working days without a mark: {count}',
  unmarkedMore: 'Mark them in the group’s day, or say why the child did not come.',
  complete: 'All working days are marked.',

  close: 'Close the month',
  closeOf: 'Close the month: {group}',
  reopen: 'Reopen',
  reopenOf: 'Reopen: {group}',
  why: 'Why it is reopened',
  next: 'Next',
  cancel: 'Cancel',
  signClose: 'Sign the sheet',
  signReopen: 'Sign the reopening',
  sign: 'Sign',
  after: 'After signing',
  afterClose: 'The month is closed: late marks are not taken. The paper is made in Kazakh and in Russian.',
  afterReopen: 'The paper of the sheet is void. Close the month again after correcting it.',
  doneClose: 'The month is closed. Its paper will be ready in a few seconds.',
  doneReopen: 'The month is open again.',

  pdfKk: 'PDF in Kazakh',
  pdfRu: 'PDF in Russian',
  making: 'Being made…',
  xlsx: 'With hours, XLSX',
  logged: 'Looking at the sheet is noted in the reading log.',

  approved: 'Approved by parents',
  disagreed: 'Not agreed',
  waiting: 'Not answered yet',
  disagreedLine: '{name}: {remark}',
} as const satisfies English<typeof kk>
