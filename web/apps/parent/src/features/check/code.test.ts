import { expect, test } from 'vitest'

import { readCode } from './code'

const CODE = 'abcdefghijklmnopqrstuvwx27'

test.each([
  [CODE],
  [CODE.toUpperCase()],
  [` abcdefgh ijklmnop-qrstuvwx 27 `],
  [`https://kezek.example/check/${CODE}`],
  [`kezek.example/check/${CODE}?lang=ru`],
])('%s is the code', (typed) => {
  expect(readCode(typed)).toEqual({ code: CODE })
})

test.each([
  ['', 'missing'],
  ['  ', 'missing'],
  ['1000001101', 'isNumber'],
  ['№ 1000 001101', 'isNumber'],
  ['https://kezek.example/check/', 'notCode'],
  [`${CODE}a`, 'notCode'],
  ['abcdefghijklmnopqrstuvwx01', 'notCode'],
  ['100000110', 'notCode'],
])('%s: %s', (typed, why) => {
  expect(readCode(typed)).toBe(why)
})
