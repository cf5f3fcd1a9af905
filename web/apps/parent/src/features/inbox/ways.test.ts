import type { NotificationsNoticeView } from '@kezek/api'
import { expect, test } from 'vitest'

import { wayOf } from './ways'

test.each([
  ['turn_started', '/choose/7'],
  ['swap_proposed', '/swap/7'],
  ['escort_hired', '/escorts'],
  ['pickup_given', '/pickups'],
  ['pickup_used', '/pickups'],
  ['month_to_approve', '/attendance/7'],
  ['queued', '/journal/7'],
] as const)('a notice of %s leads to where something can be done or seen', (kind, address) => {
  expect(wayOf({ kind, application_id: '7', month: null } as NotificationsNoticeView).address).toBe(address)
})

test.each(['month_to_approve', 'month_reopened'] as const)('a notice of %s leads to its month', (kind) => {
  const notice = { kind, application_id: '7', month: '2026-09' } as NotificationsNoticeView
  expect(wayOf(notice).address).toBe('/attendance/7?month=2026-09')
})
