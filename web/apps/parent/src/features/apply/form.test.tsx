import { NO_TWIN } from '@kezek/application-form'
import { expect, test } from 'vitest'

import { asForm, bodyOf, emptyForm, type Form, OTHER, reached, stepOf } from './form'

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

test('a draft of another shape is none', () => {
  expect(asForm(FULL)).toEqual(FULL)
  for (const found of [null, 'text', {}, { ...FULL, wishes: ['kk'] }, { ...FULL, phone: 7 }])
    expect(asForm(found)).toBeNull()
})

test('a draft of the release before is taken, with what it did not ask for', () => {
  const { dataKept, algorithmRead, phone, email, child, otherIin, district, wishes } = FULL
  const former = { dataKept, algorithmRead, phone, email, child, otherIin, district, wishes }
  expect(asForm(former)).toMatchObject({ ...former, hasTwins: false, scans: { benefit: [] } })
  expect(asForm({ ...FULL, twins: ['991399001809'] })?.twins).toEqual([{ ...NO_TWIN, iin: '991399001809' }])
})
