import { makeQueryClient } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import { useDraft } from './useDraft'

const EMPTY = { phone: '', email: '' }
const asForm = (found: unknown) => found as typeof EMPTY | null

function opened(letter: string | null) {
  const answer = letter
    ? Response.json({ key: btoa(letter.repeat(32)) })
    : Response.json({ code: 'permission_missing', params: {}, status: 403 }, { status: 403 })
  vi.stubGlobal('fetch', () => Promise.resolve(answer.clone()))
  const client = makeQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(() => useDraft('apply', EMPTY, asForm), { wrapper }).result
}

afterEach(() => {
  cleanup()
  localStorage.clear()
})

test('what was typed is there again after a reload, for the same person alone', async () => {
  const form = opened('a')
  await waitFor(() => expect(form.current.value).toEqual(EMPTY))
  act(() => form.current.change({ phone: '7799' }))
  await waitFor(() => expect(form.current.savedAt).not.toBeNull())
  cleanup()
  const again = opened('a')
  await waitFor(() => expect(again.current.value).toEqual({ phone: '7799', email: '' }))
  expect([form.current.restored, again.current.restored]).toEqual([false, true])
  cleanup()
  const another = opened('b')
  await waitFor(() => expect(another.current.value).toEqual(EMPTY))
  expect(another.current.savedAt).toBeNull()
})

test('of two changes at once none is lost', async () => {
  const form = opened('a')
  await waitFor(() => expect(form.current.value).toEqual(EMPTY))
  act(() => {
    const { change } = form.current
    change({ phone: '7799' })
    change(({ phone }) => ({ email: `${phone}@example.kz` }))
  })
  expect(form.current.value).toEqual({ phone: '7799', email: '7799@example.kz' })
  await waitFor(() => expect(form.current.savedAt).not.toBeNull())
})

test('what is discarded is gone', async () => {
  const form = opened('a')
  await waitFor(() => expect(form.current.value).toEqual(EMPTY))
  act(() => form.current.change({ phone: '7799' }))
  await waitFor(() => expect(form.current.savedAt).not.toBeNull())
  act(() => form.current.discard())
  expect(form.current.value).toEqual(EMPTY)
  expect(localStorage).toHaveLength(0)
})

test('without a key the form goes on, and it is said that nothing is kept', async () => {
  const form = opened(null)
  await waitFor(() => expect(form.current.lost).toBe(true))
  act(() => form.current.change({ phone: '7799' }))
  expect(form.current.value?.phone).toBe('7799')
  expect(localStorage).toHaveLength(0)
})
