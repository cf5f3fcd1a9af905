import { expect, test } from 'vitest'

import { sectionsOf } from './sections'

const WORKER = ['/vacancies', '/workroom', '/roster']

test.each([
  ['a parent', { roles: ['parent' as const], must_choose_workplace: false }, []],
  ['a worker', { roles: ['parent' as const, 'worker' as const], must_choose_workplace: false }, WORKER],
  ['a worker of several kindergartens', { roles: ['parent' as const], must_choose_workplace: true }, WORKER],
])('%s sees what is theirs', (_, me, expected) => {
  expect(sectionsOf(me).map(({ href }) => href)).toEqual(expected)
})
