import { expect, test } from 'vitest'

import { isOfNumber, plainApplicationNumber } from './applicationNumbers'

test.each([
  '34.UO.2026.00001.1',
  '34.УО.2026.00001.1',
  '34.уо.2026.1.1',
  ' № 34.UO.2026.001.01 ',
  '34 UO 2026 . 001 . 1',
  '\u202a34.UO.2026.00001.1\u202c',
  '34/UO/2026/1/1',
])('a number is understood as it was written: %s', (written) => {
  expect(plainApplicationNumber(written)).toBe('34.UO.2026.00001.1')
  expect(isOfNumber('34.UO.2026.00001.1', written)).toBe(true)
  expect(isOfNumber('34.UO.2026.00001.2', written)).toBe(false)
})

test.each(['', '34', '34.UO.2026.1', '34.XX.2026.1.1', '34.UO.26.1.1', '34.UO.2026.123456.1'])(
  'this is no number: %s',
  (written) => {
    expect(plainApplicationNumber(written)).toBeNull()
  },
)

test('a part of a number finds it, nothing finds nothing', () => {
  expect(isOfNumber('34.UO.2026.00001.1', '34.уо')).toBe(true)
  expect(isOfNumber('34.UO.2026.00001.1', '35.')).toBe(false)
  expect(isOfNumber('34.UO.2026.00001.1', ' ')).toBe(false)
})
