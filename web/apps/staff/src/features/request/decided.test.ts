import { expect, test } from 'vitest'

import { decidedBy, type Values } from './decided'

const WORDS = { kk: 'а', ru: 'б', en: 'c' }
const NOTHING: Values = { way: null, kindergarten: null, name: WORDS, address: WORDS, reason: null, remark: '' }

test('each way has its own body, and nothing of the others', () => {
  expect(decidedBy({ ...NOTHING, way: 'join', kindergarten: 'k', reason: 'other' })).toEqual({
    approval: { kindergarten_id: 'k' },
  })
  expect(decidedBy({ ...NOTHING, way: 'asNew', kindergarten: 'k' })).toEqual({
    approval: { name: WORDS, address: WORDS },
  })
  expect(decidedBy({ ...NOTHING, way: 'refuse', reason: 'other', remark: 'себебі' })).toEqual({
    refusal: { reason: 'other', remark: 'себебі' },
  })
})

test('without its choice a way decides nothing', () => {
  for (const way of [null, 'join', 'refuse'] as const) expect(decidedBy({ ...NOTHING, way })).toBeNull()
})
