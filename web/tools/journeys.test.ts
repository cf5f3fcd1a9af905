/** A journey fails on what goes wrong in a console, and on nothing that has to be. */
import { expect, test } from 'vitest'

import { isExpected } from '../e2e/helpers/expected.ts'

const PAPER = 'https://kezek.example.kz/api/documents/sheets/7/paper?language=kk'
const said = (status: number) => `Failed to load resource: the server responded with a status of ${String(status)} ()`

test('a refusal is an answer, and so is that a paper is not made yet', () => {
  expect(isExpected(said(409), 'https://kezek.example.kz/api/queue')).toBe(true)
  expect(isExpected(said(503), PAPER)).toBe(true)
})

test.each([
  ['a service that is not there', said(503), 'https://kezek.example.kz/api/queue'],
  ['a paper that fails', said(500), PAPER],
  ['what else is wrong with a paper', 'TypeError: not a blob', PAPER],
])('%s is wrong', (_, text, address) => {
  expect(isExpected(text, address)).toBe(false)
})
