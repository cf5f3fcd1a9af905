import { expect, test } from 'vitest'

import { formatNumber } from './numbers'

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1000, '1\u00a0000', '1,000'],
  [-1234567, '−1\u00a0234\u00a0567', '−1,234,567'],
])('%s', (value, kazakh, english) => {
  expect(formatNumber(value, 'kk')).toBe(kazakh)
  expect(formatNumber(value, 'ru')).toBe(kazakh)
  expect(formatNumber(value, 'en')).toBe(english)
})
