import { expect, test } from 'vitest'

import { sectionsOf } from './sections'

const WORKER = ['/vacancies', '/groups', '/admissions', '/workroom', '/roster', '/attendance', '/swaps', '/staff']
const OFFICER = ['/dashboard', '/desk', '/published', '/refusals', '/rounds', '/find', '/counter', '/officer']
const ADMINISTRATOR = [
  '/region',
  '/requests',
  '/kindergartens',
  '/districts',
  '/rules',
  '/grants',
  '/accounts',
  '/logs',
  '/system',
]

test.each([
  ['a parent', { roles: ['parent' as const], must_choose_workplace: false }, []],
  ['a worker', { roles: ['parent' as const, 'worker' as const], must_choose_workplace: false }, WORKER],
  ['a worker of several kindergartens', { roles: ['parent' as const], must_choose_workplace: true }, WORKER],
  ['an officer', { roles: ['officer' as const, 'parent' as const], must_choose_workplace: false }, OFFICER],
  [
    'an administrator',
    { roles: ['administrator' as const, 'parent' as const], must_choose_workplace: false },
    ADMINISTRATOR,
  ],
])('%s sees what is theirs', (_, me, expected) => {
  expect(sectionsOf(me).map(({ href }) => href)).toEqual(expected)
})
