import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'A child has left',
  group: 'Group',
  dayHint: 'The child’s last day in the kindergarten: DD.MM.YYYY',
  choose: 'Choose…',
  chooseDay: 'Choose the date of leaving',
  chooseReason: 'Choose the reason of leaving',
  remark: 'Explanation',
  remarkHint: 'If the reason is another one, write it here. Only workers of the kindergarten see this.',
  writeRemark: 'Write the reason in your own words',
  next: 'Continue',
  signTitle: 'Sign by EDS that the child has left',
  afterMore: 'The child leaves the list and its application is over. The family may apply for the child anew.',
  done: 'The child is off the list: {name}.',
  place: 'Now enter the free place yourself',
  placeMore: 'The system does NOT ADD the free place by itself. The form is filled in: check it and sign.',
  publish: 'Add the free place',
  published: 'The place that became free is published.',
  publishedMore: 'By the district’s policy your signature has published it, too.',
  toVacancies: 'Open the free places',
  notOfferedYear: 'No more places are published for groups of this year.',
  notOfferedNumber: 'By the district’s policy no places are published.',
  notOfferedNorm: 'The group’s norm is full, so the place that became free is not published.',
  notOfferedClosed: 'The kindergarten is closed, so the place that became free is not published.',
  gone: 'This child has left already: {day}.',
  toChild: 'About the child',
} as const satisfies English<typeof kk>
