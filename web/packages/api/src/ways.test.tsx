import { expect, test } from 'vitest'

import { signInAddress, wayBack } from './ways'

test.each([
  ['/staff/roster?sort=name#3', '/staff/roster?sort=name#3'],
  ['/check/abc', '/check/abc'],
  ['https://elsewhere.example/', '/cabinet'],
  ['//elsewhere.example/', '/cabinet'],
  ['/\\elsewhere.example/', '/cabinet'],
  ['/\t/elsewhere.example/', '/cabinet'],
  ['/..//elsewhere.example/', '/cabinet'],
  ['http://[', '/cabinet'],
  ['javascript:alert(1)', '/cabinet'],
  ['/api/auth/me', '/cabinet'],
  ['/sign-in?next=/', '/cabinet'],
  ['/first-email', '/cabinet'],
  [null, '/cabinet'],
])('the way back from signing in to %s is %s', (next, way) => {
  expect(wayBack(next, '/cabinet')).toBe(way)
})

test('the address of signing in says where to go on', () => {
  expect(signInAddress('/staff?a=1&b=2')).toBe('/sign-in?next=%2Fstaff%3Fa%3D1%26b%3D2')
  expect(signInAddress()).toBe('/sign-in')
})
