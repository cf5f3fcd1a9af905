import { expect, test } from 'vitest'

import { asForm, bodyOf, emptyForm, type Form, OTHER, papersMissing, reached, stepOf, withWish } from './form'

const ME = { phone: '77990000007', email: 'saule@example.kz' }
const FULL: Form = {
  ...emptyForm(ME, '1110'),
  dataKept: true,
  algorithmRead: true,
  textsVersion: '2026-11-29',
  child: '991399000009',
  wishes: ['kk', 'ru', ''],
}

test('a full form is what the API takes', () => {
  expect(bodyOf(FULL)).toEqual({
    child_iin: '991399000009',
    district: '1110',
    languages: ['kk', 'ru'],
    phone: '77990000007',
    email: 'saule@example.kz',
    data_kept_current: true,
    algorithm_read: true,
    texts_version: '2026-11-29',
    settlement: null,
    twins: [],
    separate_places: false,
    typed: [],
    non_resident: null,
    representation: null,
    benefits: [],
    special_needs: null,
    draft: 'apply',
  })
})

test('an IIN that was typed may have spaces, and must be right', () => {
  expect(bodyOf({ ...FULL, child: OTHER, otherIin: '991399 000 009' })?.child_iin).toBe('991399000009')
  expect(bodyOf({ ...FULL, child: OTHER, otherIin: '991399000008' })).toBeNull()
})

test.each<[string, Partial<Form>]>([
  ['start', { algorithmRead: false }],
  ['start', { dataKept: false }],
  ['applicant', { phone: '123' }],
  ['applicant', { email: 'saule' }],
  ['child', { child: '' }],
  ['child', { district: '' }],
  ['child', { wishes: ['', '', ''] }],
  ['check', {}],
])('no step is shown beyond %s with %o', (step, part) => {
  const form = { ...FULL, ...part }
  expect(reached(form)).toBe(step)
  expect(stepOf('check', form)).toBe(step)
})

test('an earlier step can be come back to, and what is no step is the first', () => {
  expect(stepOf('applicant', FULL)).toBe('applicant')
  expect(stepOf('nowhere', FULL)).toBe('start')
  expect(stepOf(null, FULL)).toBe('start')
})

test.each([
  [['', '', ''], 0, 'ru', ['ru', '', '']],
  [['kk', '', ''], 1, 'ru', ['kk', 'ru', '']],
  [['kk', 'ru', ''], 0, 'ru', ['ru', '', '']],
  [['kk', 'ru', 'en'], 0, '', ['ru', 'en', '']],
  [['kk', 'ru', 'en'], 1, '', ['kk', 'en', '']],
] as const)('wishes %o, the %s. becomes %s: %o', (wishes, index, wish, expected) => {
  expect(withWish([...wishes], index, wish)).toEqual(expected)
})

test('a draft of another shape is none', () => {
  expect(asForm(FULL)).toEqual(FULL)
  for (const found of [null, 'text', {}, { ...FULL, wishes: ['kk'] }, { ...FULL, phone: 7 }])
    expect(asForm(found)).toBeNull()
})

test('a draft of the release before is taken, with what it did not ask for', () => {
  const { dataKept, algorithmRead, phone, email, child, otherIin, district, wishes } = FULL
  const former = { dataKept, algorithmRead, phone, email, child, otherIin, district, wishes }
  expect(asForm(former)).toMatchObject({ ...former, hasTwins: false, scans: { benefit: [] } })
})

const SCAN = { id: '1', name: 'анықтама.pdf', receipt: 'signed' }

test('a benefit goes with its proof, and without one only where it is proved at the call', () => {
  const claimed: Form = { ...FULL, hasBenefit: true, benefit: 'orphan' }
  expect(bodyOf(claimed)).toBeNull()
  expect(bodyOf(claimed, true)?.benefits).toEqual([{ code: 'orphan', files: [] }])
  const shown = { ...claimed, scans: { ...claimed.scans, benefit: [SCAN] } }
  expect(bodyOf(shown)?.benefits).toEqual([{ code: 'orphan', files: ['signed'] }])
  expect(bodyOf({ ...shown, hasBenefit: false })?.benefits).toEqual([])
})

test('twins go with their IINs, all of them right', () => {
  const twins: Form = { ...FULL, hasTwins: true, twins: ['991399 001 809', ''], separate: true }
  expect(bodyOf(twins)).toMatchObject({ twins: ['991399001809'], separate_places: true })
  expect(bodyOf({ ...twins, twins: ['1'] })).toBeNull()
  expect(bodyOf({ ...twins, twins: [''] })).toBeNull()
  expect(bodyOf({ ...twins, hasTwins: false })).toMatchObject({ twins: [], separate_places: false })
})

test('a child of papers goes with its name, and its papers', () => {
  const papers: Form = {
    ...FULL,
    ...{ child: OTHER, otherIin: '991399000009', nonResident: true },
    ...{ surname: 'Үлгі', givenName: 'Айгерім', born: '2022-05-05' },
    scans: { ...FULL.scans, registration: [SCAN] },
  }
  expect(bodyOf(papers)).toMatchObject({
    typed: [
      {
        iin: '991399000009',
        surname: 'Үлгі',
        given_name: 'Айгерім',
        patronymic: null,
        birth_date: '2022-05-05',
      },
    ],
    non_resident: { files: ['signed'] },
    representation: null,
  })
  expect(bodyOf({ ...papers, surname: ' ' })).toBeNull()
  expect(papersMissing({ ...papers, representative: true }, false)).toEqual(['representation'])
})

test('special needs go with the queue that is wanted', () => {
  const needs: Form = { ...FULL, hasNeeds: true, scans: { ...FULL.scans, needs: [SCAN] } }
  expect(bodyOf(needs)).toBeNull()
  expect(bodyOf({ ...needs, needs: 'correctional' })?.special_needs).toEqual({
    queue: 'correctional',
    child_iin: null,
    files: ['signed'],
  })
})
