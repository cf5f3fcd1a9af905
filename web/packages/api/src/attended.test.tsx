import { afterEach, expect, test, vi } from 'vitest'

import { sayIfUnattended, UNATTENDED } from './attended'

afterEach(() => vi.useRealTimers())

test('what a page asks that nobody has touched for a minute says so', () => {
  vi.useFakeTimers({ now: Date.now() })
  const said = () => {
    const request = new Request('http://kezek.example/api')
    sayIfUnattended(request)
    return request.headers.get(UNATTENDED)
  }
  document.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(59_000)
  expect(said()).toBeNull()
  vi.advanceTimersByTime(2_000)
  expect(said()).toBe('1')
  document.dispatchEvent(new Event('pointerdown'))
  expect(said()).toBeNull()
})
