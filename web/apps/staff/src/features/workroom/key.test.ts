import { expect, test } from 'vitest'

import { keyIn } from './key'

test.each(['1000041701', '№ 1000041701', '1000 041 701', ' №1000041701 '])('this is a number: «%s»', (typed) => {
  expect(keyIn('number', typed)).toEqual({ number: '1000041701' })
})

test('an IIN may have spaces', () => {
  expect(keyIn('iin', '991399 000009')).toEqual({ iin: '991399000009' })
})

test.each([
  ['number', ''],
  ['number', '100004170'],
  ['number', '991399000009'],
  ['iin', '1000041701'],
  ['iin', '991399000008'],
] as const)('this is nothing to look for: %s «%s»', (by, typed) => {
  expect(keyIn(by, typed)).toBeNull()
})
