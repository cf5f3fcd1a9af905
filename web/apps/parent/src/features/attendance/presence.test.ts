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

test('what this phone has marked is shown before it is sent', () => {
  expect(presenceOf(CHILD, true, [LEFT])).toEqual({
    presence: 'gone',
    arrived_at: CHILD.arrived_at,
    left_at: LEFT.at,
    unsent: true,
  })
  expect(presenceOf(CHILD, true, [{ ...LEFT, application_id: 'other' }]).presence).toBe('there')
  expect(presenceOf(CHILD, true, [{ ...LEFT, refused: 'mark_too_old' }]).presence).toBe('there')
})

test('of yesterday’s list only the children count', () => {
  expect(presenceOf(CHILD, false, [])).toEqual({ presence: 'awaited', arrived_at: null, left_at: null, unsent: false })
})
