import { expect, test } from 'vitest'

import { type Asked, bodyOfAsked, NO_TWIN, nothingAsked, papersMissing, withWish } from './asked'

const IIN = '991399000009'
const TWIN = '991399001809'
const ASKED: Asked = { ...nothingAsked(), wishes: ['kk', 'ru', ''] }
const SCAN = { id: '1', name: 'анықтама.pdf', receipt: 'signed' }
const NAMED = { surname: 'Үлгі', givenName: 'Айгерім', born: '2022-05-05' }

function body(asked: Asked, own = true, proofLater = false) {
  return bodyOfAsked(asked, IIN, own, proofLater)
}

test.each([
  [['', '', ''], 0, 'ru', ['ru', '', '']],
  [['kk', '', ''], 1, 'ru', ['kk', 'ru', '']],
  [['kk', 'ru', ''], 0, 'ru', ['ru', '', '']],
  [['kk', 'ru', 'en'], 0, '', ['ru', 'en', '']],
  [['kk', 'ru', 'en'], 1, '', ['kk', 'en', '']],
] as const)('wishes %o, the %s. becomes %s: %o', (wishes, index, wish, expected) => {
  expect(withWish([...wishes], index, wish)).toEqual(expected)
})

test('a benefit goes with its proof, and without one only where it is proved at the call', () => {
  const claimed: Asked = { ...ASKED, hasBenefit: true, benefit: 'orphan' }
  expect(body(claimed)).toBeNull()
  expect(body(claimed, true, true)?.benefits).toEqual([{ code: 'orphan', files: [] }])
  const shown = { ...claimed, scans: { ...claimed.scans, benefit: [SCAN] } }
  expect(body(shown)?.benefits).toEqual([{ code: 'orphan', files: ['signed'] }])
  expect(body({ ...shown, hasBenefit: false })?.benefits).toEqual([])
})

test('a scan that is not checked yet is waited for, wherever its proof may come later', () => {
  const waits: Asked = { ...ASKED, hasBenefit: true, benefit: 'orphan' }
  waits.scans = { ...waits.scans, benefit: [SCAN, { ...SCAN, id: '2', receipt: null }] }
  expect(papersMissing(waits, true, true)).toEqual(['benefit'])
  expect(body(waits, true, true)).toBeNull()
})

test('twins go with their IINs, all of them right', () => {
  const twins: Asked = { ...ASKED, hasTwins: true, twins: [{ ...NO_TWIN, iin: '991399 001 809' }, NO_TWIN] }
  expect(body({ ...twins, separate: true })).toMatchObject({ twins: [TWIN], separate_places: true, typed: [] })
  expect(body({ ...twins, twins: [{ ...NO_TWIN, iin: '1' }] })).toBeNull()
  expect(body({ ...twins, twins: [NO_TWIN] })).toBeNull()
  expect(body({ ...twins, hasTwins: false, separate: true })).toMatchObject({ twins: [], separate_places: false })
})

test('children of papers go with their names, each of the twins with its own', () => {
  const papers: Asked = { ...ASKED, ...NAMED, nonResident: true, scans: { ...ASKED.scans, registration: [SCAN] } }
  const typed = { surname: 'Үлгі', given_name: 'Айгерім', patronymic: null, birth_date: '2022-05-05' }
  expect(body(papers, false)).toMatchObject({
    typed: [{ iin: IIN, ...typed }],
    non_resident: { files: ['signed'] },
    representation: null,
  })
  expect(body(papers, true)?.typed).toEqual([])
  expect(body({ ...papers, surname: ' ' }, false)).toBeNull()
  expect(papersMissing({ ...papers, representative: true }, false, false)).toEqual(['representation'])
  const twins: Asked = { ...papers, hasTwins: true, twins: [{ ...NO_TWIN, iin: TWIN }] }
  expect(body(twins, false)).toBeNull()
  const named = { ...twins, twins: [{ ...NO_TWIN, ...NAMED, givenName: 'Алихан', iin: TWIN }] }
  expect(body(named, false)?.typed).toEqual([
    { iin: IIN, ...typed },
    { iin: TWIN, ...typed, given_name: 'Алихан' },
  ])
})

test('special needs go with the queue that is wanted', () => {
  const needs: Asked = { ...ASKED, hasNeeds: true, scans: { ...ASKED.scans, needs: [SCAN] } }
  expect(body(needs)).toBeNull()
  expect(body({ ...needs, needs: 'correctional' })?.special_needs).toEqual({
    queue: 'correctional',
    child_iin: null,
    files: ['signed'],
  })
  const twins = { ...needs, needs: 'general' as const, hasTwins: true, twins: [{ ...NO_TWIN, iin: TWIN }] }
  expect(body({ ...twins, needsChild: 1 })?.special_needs?.child_iin).toBe(TWIN)
  expect(body({ ...twins, needsChild: 0 })?.special_needs?.child_iin).toBeNull()
})
