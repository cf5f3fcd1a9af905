import { ApiError, beginSession, makeQueryClient, meQuery } from '@kezek/api'
import type { Form } from '@kezek/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { useTries } from './useTries'

const form = { fail: vi.fn() } as unknown as Form<string>
const client = makeQueryClient()
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const refused = (code: string, params = {}) => new ApiError({ code, status: 429, params } as never)

beforeEach(() => vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

async function send(result: { current: ReturnType<typeof useTries> }, doing: () => Promise<void>) {
  await act(async () => {
    result.current.send(doing)
    await Promise.resolve()
  })
}

test('a double click sends once', async () => {
  const { result } = renderHook(() => useTries(form), { wrapper })
  let finish: () => void = () => undefined
  const doing = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
  await send(result, doing)
  expect(result.current.busy).toBe(true)
  await send(result, doing)
  expect(doing).toHaveBeenCalledOnce()
  await act(async () => {
    finish()
    await Promise.resolve()
  })
  expect(result.current.busy).toBe(false)
})

test('who must wait tries nothing until then', async () => {
  const { result } = renderHook(() => useTries(form), { wrapper })
  const doing = vi.fn(() => Promise.reject(refused('too_many_tries', { retry_after_s: 30 })))
  await send(result, doing)
  expect(result.current.waitUntil).toBe(1_030_000)
  vi.setSystemTime(1_029_999)
  await send(result, doing)
  expect(doing).toHaveBeenCalledOnce()
  vi.setSystemTime(1_030_000)
  await send(result, doing)
  expect(doing).toHaveBeenCalledTimes(2)
})

test('another refusal is shown, and makes nobody wait', async () => {
  const { result } = renderHook(() => useTries(form), { wrapper })
  const why = refused('code_wrong')
  await send(result, () => Promise.reject(why))
  expect(form.fail).toHaveBeenCalledWith(why)
  expect([result.current.waitUntil, result.current.refusal]).toEqual([0, why])
})

test('a session that has ended in a form ends for the whole tab', async () => {
  await beginSession(client, { person_id: '1' } as never)
  const { result } = renderHook(() => useTries(form), { wrapper })
  await send(result, () => Promise.reject(refused('sign_in_required')))
  await vi.waitFor(() => expect(client.getQueryData(meQuery.queryKey)).toBeNull())
})
