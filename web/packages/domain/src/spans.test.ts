import { expect, test } from 'vitest'

import type { Language } from './language'
import { formatSpan, secondsUntil } from './spans'

test.each<[number, Language, string]>([
  [2 * 86_400 + 13 * 3_600 + 59 * 60, 'kk', '2 күн 13 сағат'],
  [2 * 86_400 + 13 * 3_600 + 59 * 60, 'ru', '2 дня 13 часов'],
  [86_400, 'en', '1 day'],
  [3_600 + 59, 'en', '1 hour'],
  [90, 'ru', '1 минуту'],
  [30, 'ru', '30 секунд'],
  [0, 'kk', '0 секунд'],
])('%s seconds in %s', (seconds, language, expected) => {
  expect(formatSpan(seconds, language)).toBe(expected)
})

test('what is over has nothing left', () => {
  const now = new Date('2026-12-01T05:15:00Z')
  expect(secondsUntil('2026-12-01T05:15:01Z', now)).toBe(1)
  expect(secondsUntil('2026-12-01T05:15:00Z', now)).toBeNull()
})
