import { expect, test } from 'vitest'

import { closed, periodOf } from './period'

test('days are those of Kazakhstan, and the last one counts', () => {
  expect(periodOf({ first: '2026-11-21', last: '2026-11-21' })).toEqual({
    from: '2026-11-20T19:00:00.000Z',
    to: '2026-11-21T19:00:00.000Z',
  })
})

test('what is not typed, or half typed, bounds nothing', () => {
  expect(periodOf({ first: '', last: '2026-13-40' })).toEqual({})
  expect(closed(periodOf({ first: '', last: '2026-11-21' }))).toEqual({
    from: '1970-01-01T00:00:00Z',
    to: '2026-11-21T19:00:00.000Z',
  })
})
