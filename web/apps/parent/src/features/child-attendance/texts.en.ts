import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Arrivals and leavings of a child',
  back: 'Mark a child’s arrival',
  monthOf: 'Month: {month}',
  earlier: 'The month before',
  later: 'The month after',
  none: 'There are no marks in this month.',
  noneMore: 'As soon as an arrival or leaving of your child is marked, it appears here.',
  came: 'Arrived at {time}. Marked by: {who}.',
  left: 'Left at {time}. Marked by: {who}.',
  there: 'In the kindergarten now, by the marks.',
  absent: 'Does not come:',
  illness: 'ill',
  leave: 'on leave',
  other: 'another reason',
  struck: 'The marks of this day were wrong and are struck out.',
  parent: 'parent',
  escort: 'escort',
  worker: 'worker of the kindergarten',
} as const satisfies English<typeof kk>
