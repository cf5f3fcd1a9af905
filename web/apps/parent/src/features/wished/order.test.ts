import { expect, test } from 'vitest'

import { moved, same } from './order'

test('one of a list goes up or down, the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a'], 0, 0)).toEqual(['a'])
})

test('the same in another order is another list', () => {
  expect(same(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(same(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(same(['a'], ['a', 'b'])).toBe(false)
})
