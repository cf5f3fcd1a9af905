import { expect, test } from 'vitest'

import { stateOf } from './state'

test('who answered before and does not now is silent; who has not answered yet is nothing', () => {
  expect(stateOf({ health: 'working' }, true)).toBe('silent')
  expect(stateOf({ health: 'behind' }, false)).toBe('behind')
  expect(stateOf(undefined, false)).toBeNull()
})
