import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Staff list',
  lead: 'Nobody on this list may be an escort of this kindergarten’s children. To an escort who is entered here children are entrusted no more, and the parents are told.',
  empty: 'The list is empty so far.',
  emptyMore: 'Enter people one by one, or by a CSV file.',
  iin: 'IIN',
  name: 'Name',
  position: 'Position',
  from: 'First day of work',
  until: 'Last day of work',
  untilHint: 'Leave it empty for who still works',
  still: 'still works',
  change: 'Change',
  changeOf: '{name}: change',
  add: 'Enter somebody',
  file: 'Enter from a CSV file',
  fileHint: 'Columns: IIN, name, position, first day, last day. At most {most} lines.',
  wrongRows: 'The file was not entered, these rows are wrong: {rows}',
  wrongRowsMore: 'Check IIN, name, position and the days (DD.MM.YYYY).',
  wrongNumber: 'A file must have 1 to {most} lines.',
  download: 'Download as CSV',
  wrongDay: 'Enter a day',
  next: 'Next',
  cancel: 'Cancel',
  signTitle: 'Sign the list',
  after: 'After signing',
  afterMore: 'The lines stand at once. If any of these people are escorts, children are entrusted to them no more.',
  done: 'The list is saved.',
  logged: 'That you have looked at the list stays in the reading log.',
} as const satisfies English<typeof kk>
