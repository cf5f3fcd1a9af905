import { expect, test } from 'vitest'

import { distance, formatDistance } from './distance'

test('a degree along the meridian is 111 km, along the parallel of Kokshetau two thirds of it', () => {
  const here = { latitude: 53.28, longitude: 69.39 }
  expect(distance(here, here)).toBe(0)
  expect(distance(here, { ...here, latitude: 54.28 }) / 1000).toBeCloseTo(111.2, 1)
  expect(distance(here, { ...here, longitude: 70.39 }) / 1000).toBeCloseTo(66.5, 1)
})

test.each([
  [20, '0 м', '0 m'],
  [849, '850 м', '850 m'],
  [1000, '1 км', '1 km'],
  [1249, '1,2 км', '1.2 km'],
  [9960, '10 км', '10 km'],
  [14_400, '14 км', '14 km'],
])('%i metres are told as %s', (metres, kazakh, english) => {
  expect(formatDistance(metres, 'kk')).toBe(kazakh)
  expect(formatDistance(metres, 'en')).toBe(english)
})
