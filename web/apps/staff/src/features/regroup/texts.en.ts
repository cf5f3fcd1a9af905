import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'From one group to another',
  lead: 'Children of one group go over to another group of this kindergarten by one signature: all whom you choose, or none.',
  closed: 'This is not the time to go over to another group.',
  closedMore: 'Children go over from {from} to {to}.',
  empty: 'There is no child in the list yet.',
  from: 'From which group',
  group: '{group} – children: {children}',
  children: 'Which children',
  all: { one: 'All children of the group: {n}', other: 'All children of the group: {n}' },
  to: 'To which group',
  choose: 'Choose…',
  chooseFrom: 'Choose the group',
  chooseChildren: 'Tick one child at least',
  same: 'The children are in this group: choose another one',
  next: 'Continue',
  signTitle: 'Sign the move by EDS',
  afterMore: 'The children stand in the new group on the list, and families see it in the application’s history.',
  done: {
    one: '{n} child has gone over to the other group.',
    other: '{n} children have gone over to the other group.',
  },
  toList: 'Open the list of children',
} as const satisfies English<typeof kk>
