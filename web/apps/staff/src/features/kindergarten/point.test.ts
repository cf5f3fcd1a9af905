import { expect, test } from 'vitest'

import { readPoint, tellPoint } from './point'

test.each([
  ['53.2833, 69.396', { latitude: 53.2833, longitude: 69.396 }],
  [' 53.2833 69.396 ', { latitude: 53.2833, longitude: 69.396 }],
  ['53,2833 69,396', { latitude: 53.2833, longitude: 69.396 }],
  ['53.2833°; 69.396°', { latitude: 53.2833, longitude: 69.396 }],
  ['', null],
  ['69.396, 53.2833', undefined],
  ['53.2833', undefined],
  ['Көкшетау', undefined],
])('%j is read', (typed, point) => {
  expect(readPoint(typed)).toEqual(point)
})

test('a point is told as it is typed', () => {
  const point = { latitude: 53.2833, longitude: 69.396 }
  expect(readPoint(tellPoint(point))).toEqual(point)
  expect(tellPoint(null)).toBe('')
})
