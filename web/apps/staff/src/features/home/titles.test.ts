import { expect, test } from 'vitest'

import { titleOf } from './titles'

test.each([
  ['a parent', ['parent' as const], false, 'title'],
  ['a worker', ['parent' as const, 'worker' as const], false, 'workerTitle'],
  ['a worker who has not chosen', ['parent' as const], true, 'workerTitle'],
  ['an administrator who is a worker, too', ['administrator' as const, 'parent' as const], true, 'title'],
])('%s', (_, roles, must_choose_workplace, title) => {
  expect(titleOf({ roles, must_choose_workplace })).toBe(title)
})
