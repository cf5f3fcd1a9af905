import type { KindergartensEntrustedChildView } from '@kezek/api'
import { expect, test } from 'vitest'

import type { Mark } from './outbox'
import { presenceOf } from './presence'

const CHILD = {
  application_id: 'child',
  presence: 'there',
  arrived_at: '2026-11-30T03:00:00Z',
  left_at: null,
} as KindergartensEntrustedChildView
const LEFT: Mark = { id: '1', person_id: 'one', application_id: 'child', kind: 'leaving', at: '2026-11-30T12:00:00Z' }

const NOON = Date.parse('2026-11-30T07:00:00Z')
const TODAY = '2026-11-30'

test('what this phone has marked is shown before it is sent', () => {
  expect(presenceOf(CHILD, NOON, [LEFT], TODAY)).toEqual({
    presence: 'gone',
    arrived_at: CHILD.arrived_at,
    left_at: LEFT.at,
    unsent: true,
  })
  expect(presenceOf(CHILD, NOON, [{ ...LEFT, application_id: 'other' }], TODAY).presence).toBe('there')
  expect(presenceOf(CHILD, NOON, [{ ...LEFT, refused: 'mark_too_old' }], TODAY).presence).toBe('there')
})

test('of yesterday’s list only the children count, and of yesterday’s marks none', () => {
  const nothing = { presence: 'awaited', arrived_at: null, left_at: null, unsent: false }
  expect(presenceOf(CHILD, NOON, [LEFT], '2026-12-01')).toEqual(nothing)
})
