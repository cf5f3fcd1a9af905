import { expect, test } from 'vitest'

import { wayOn } from './wayOn'

const parent = { complete: true, roles: ['parent' as const], must_choose_workplace: false }

test.each([
  ['a parent', parent, null, '/cabinet'],
  ['a worker', { ...parent, roles: ['parent' as const, 'worker' as const] }, null, '/staff'],
  ['an administrator', { ...parent, roles: ['administrator' as const, 'parent' as const] }, null, '/staff'],
  ['a worker of several kindergartens', { ...parent, must_choose_workplace: true }, null, '/staff'],
  ['a worker who came from a page', { ...parent, must_choose_workplace: true }, '/settings?a=1', '/settings?a=1'],
  ['a parent sent from elsewhere', parent, 'https://elsewhere.example/', '/cabinet'],
  ['an escort who came from a page', { ...parent, roles: ['escort' as const] }, '/settings', '/attendance'],
  ['who has no e-mail address yet', { ...parent, complete: false }, null, '/first-email?next=%2Fcabinet'],
  ['the same from a page', { ...parent, complete: false }, '/staff?a=1', '/first-email?next=%2Fstaff%3Fa%3D1'],
])('%s goes on to the right page', (_, me, next, way) => {
  expect(wayOn(me, next)).toBe(way)
})
