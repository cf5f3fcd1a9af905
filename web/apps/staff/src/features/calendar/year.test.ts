import type { QueueCalendarView } from '@kezek/api'
import { expect, test } from 'vitest'

import { daysOf, stateOf, turned } from './year'

const NAME = { kk: 'Наурыз', ru: 'Наурыз', en: 'Nauryz' }
const YEAR: QueueCalendarView = {
  year: 2027,
  version: 3,
  confirmed: false,
  holidays: [{ on: '2027-03-22', name: NAME }],
  worked: ['2027-01-09'],
  free: ['2027-01-08'],
}

test.each([
  [{ year: 2027, month: 1, day: 7 }, 'work'],
  [{ year: 2027, month: 1, day: 8 }, 'setOff'],
  [{ year: 2027, month: 1, day: 9 }, 'setWork'],
  [{ year: 2027, month: 1, day: 10 }, 'off'],
  [{ year: 2027, month: 3, day: 22 }, 'holiday'],
])('%o is a day of its kind', (day, state) => {
  expect(stateOf(day, YEAR)).toBe(state)
})

test('a day is turned round, and back', () => {
  const once = turned(YEAR, ['2027-01-07', '2027-01-10', '2027-03-22'], true)
  expect(once).toMatchObject({ free: ['2027-01-07', '2027-01-08'], worked: ['2027-01-09', '2027-01-10', '2027-03-22'] })
  expect(once.confirmed).toBe(true)
  expect(turned(once, ['2027-01-07', '2027-01-10', '2027-03-22'], false)).toEqual(YEAR)
})

test('what was set otherwise goes back to the rule', () => {
  expect(turned(YEAR, ['2027-01-08', '2027-01-09'], false)).toMatchObject({ free: [], worked: [] })
})

test('a month has its days', () => {
  expect(daysOf(2028, 2)).toHaveLength(29)
})
