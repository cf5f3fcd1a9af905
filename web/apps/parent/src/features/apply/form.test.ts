import { expect, test } from 'vitest'

import { asForm, bodyOf, emptyForm, type Form, OTHER, reached, stepOf, withWish } from './form'

const ME = { phone: '77990000007', email: 'saule@example.kz' }
const FULL: Form = {
  ...emptyForm(ME, '1110'),
  dataKept: true,
  algorithmRead: true,
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
    texts_version: '',
    twins: [],
    separate_places: false,
    typed: [],
    benefits: [],
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
  expect(asForm(FULL)).toBe(FULL)
  for (const found of [null, 'text', {}, { ...FULL, wishes: ['kk'] }, { ...FULL, phone: 7 }])
    expect(asForm(found)).toBeNull()
})
