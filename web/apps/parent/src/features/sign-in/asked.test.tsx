import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { askedFor, keepAsked, keptAsked } from './asked'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  sessionStorage.clear()
})

const answer = { code_id: 'c-1', expires_at: '2026-12-01T05:20:00Z', resend_after_s: 60 }

test('a page that was thrown away finds the code it asked for, and no number in full', () => {
  const asked = askedFor(answer, '77991234567', 300)
  keepAsked(asked)
  expect(keptAsked()).toEqual(asked)
  expect(asked).toMatchObject({ codeId: 'c-1', expiresAt: 1_300_000, resendAt: 1_060_000 })
  expect(Object.values(sessionStorage).join()).not.toContain('1234567')
})

test('a code that has expired is asked for anew', () => {
  keepAsked(askedFor(answer, '77991234567', 300))
  vi.setSystemTime(1_300_000)
  expect(keptAsked()).toBeNull()
})

test('a code that has served leaves nothing', () => {
  keepAsked(askedFor(answer, '77991234567', 300))
  keepAsked(null)
  expect([keptAsked(), sessionStorage.length]).toEqual([null, 0])
})
