import { describe, expect, test } from 'vitest'

import {
  formatDate,
  formatDay,
  formatDeadline,
  formatHour,
  formatMoment,
  formatNumeric,
  formatOnDay,
  formatSince,
} from './dates'
import { earlierMonth, formatMonth, laterMonth } from './months'
import { dayOf, endOf, isoDay, momentOf, weekday } from './days'

const AT = '2026-12-01T05:15:00Z' // 10:15 in Kazakhstan

test('an instant is told by the clocks of Kazakhstan, whatever the device believes', () => {
  expect(formatHour(AT)).toBe('10:15')
  expect(formatDay('2026-11-30T19:00:00Z', 'kk')).toBe('1 желтоқсан')
  expect(formatDay('2026-11-30T18:59:59Z', 'ru')).toBe('30 ноября')
  expect(formatHour('2026-12-01T10:15:00+05:00')).toBe('10:15')
})

test('a month has a name of its own and neighbours over the turn of the year', () => {
  expect(formatMonth('2026-11', 'kk')).toBe('2026 жылғы қараша')
  expect(formatMonth('2026-11', 'ru')).toBe('ноябрь 2026 года')
  expect([earlierMonth('2027-01'), laterMonth('2026-12')]).toEqual(['2026-12', '2027-01'])
})

test('a day without an hour is that day', () => {
  expect(formatDate('2024-03-09', 'kk')).toBe('2024 жылғы 9 наурыз')
  expect(formatDate('2024-03-09', 'ru')).toBe('9 марта 2024 года')
  expect(formatDate('2024-03-09', 'en')).toBe('9 March 2024')
  expect(formatNumeric('2024-03-09')).toBe('09.03.2024')
})

test('a moment', () => {
  expect(formatMoment(AT, 'kk')).toBe('1 желтоқсан, сағат 10:15')
  expect(formatMoment(AT, 'ru')).toBe('1 декабря, 10:15')
  expect(formatMoment(AT, 'en')).toBe('1 December, 10:15')
  expect(formatNumeric(AT)).toBe('01.12.2026 10:15')
})

test('Kazakh puts words after an inserted date', () => {
  expect(formatOnDay('2026-11-13', 'kk')).toBe('13 қараша күні')
  expect(formatSince('2026-11-13', 'kk')).toBe('13 қараша күнінен бері')
  expect(formatSince('2026-11-13', 'ru')).toBe('с 13 ноября')
  expect(formatOnDay('2026-11-13', 'en')).toBe('on 13 November')
})

describe('a term that ends at midnight', () => {
  const end = '2026-12-04T00:00:00+05:00'

  test('ends at 24:00 of the day before', () => {
    expect(endOf(end)).toEqual({ year: 2026, month: 12, day: 3, hour: 24, minute: 0 })
    expect(formatDeadline(end, 'kk')).toBe('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
    expect(formatDeadline(end, 'ru')).toBe('до четверга, 3 декабря, 24:00')
    expect(formatDeadline(end, 'en')).toBe('until Thursday 3 December, 24:00')
  })

  test('also on the first of a year', () => {
    expect(isoDay(endOf('2027-01-01T00:00:00+05:00'))).toBe('2026-12-31')
  })
})

test.each([
  ['18:30', 'ға'],
  ['10:15', 'ке'],
  ['18:00', 'ге'],
  ['09:40', 'қа'],
  ['16:00', 'ға'],
  ['20:00', 'ға'],
  ['12:59', 'ға'],
  ['12:50', 'ге'],
])('%s takes its ending from the number spoken last', (hour, ending) => {
  expect(formatDeadline(`2026-12-03T${hour}:00+05:00`, 'kk')).toBe(
    `3 желтоқсан, бейсенбі, сағат ${hour}-${ending} дейін`,
  )
})

test('weekdays begin on Monday', () => {
  expect(weekday(dayOf('2026-12-01'))).toBe(1)
  expect(weekday(dayOf('2026-11-29'))).toBe(6)
})

test('what is no day and no instant is refused', () => {
  expect(() => dayOf('soon')).toThrow('not a day')
  expect(() => momentOf('soon')).toThrow('not an instant')
})
