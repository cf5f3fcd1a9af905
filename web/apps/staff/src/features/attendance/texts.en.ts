import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'The group’s day',
  day: 'Day',
  group: 'Group',
  allGroups: 'All groups',
  groupOf: 'group of {year}, language: {language}, {kind}',
  sheet: 'Sheet of the month',
  empty: 'No child was on the roster on this day.',
  emptyMore: 'Children appear here once they are accepted by their referrals.',

  there: 'Here',
  gone: 'Left',
  absent: 'Does not come',
  awaited: 'Not marked',
  arrivedAt: 'Arrived at {time}, marked by {who}',
  leftAt: 'Left at {time}, marked by {who}',
  parent: 'parent',
  escort: 'escort',
  worker: 'worker of the kindergarten',

  mark: 'Mark',
  markOf: '{name}: mark arrival or leaving',
  what: 'What happened',
  arrival: 'Arrival',
  leaving: 'Leaving',
  hour: 'Time',
  wrongHour: 'Say the time',
  save: 'Save',
  cancel: 'Cancel',

  sayAbsence: 'Why it does not come',
  absenceOf: '{name}: say why it does not come',
  why: 'Reason of absence',
  illness: 'Ill',
  leave: 'On leave',
  other: 'Another reason',
  remark: 'In your own words',
  takeBack: 'Take the reason back',

  marksOf: '{name}: marks ({count})',
  markLine: '{what}, {time}, {who}',
  receivedAt: 'Received: {time}',
  struck: 'Struck out ({who}): {reason}',
  strike: 'Strike the mark out',
  strikeWhy: 'Why the mark is wrong',
} as const satisfies English<typeof kk>
