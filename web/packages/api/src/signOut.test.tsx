import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { makeQueryClient } from './queryClient'
import { useSignOut } from './signOut'
import { mayBeSignedIn, noteSignedIn } from './signedIn'

const client = makeQueryClient()
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const assign = vi.fn()
beforeEach(() => vi.stubGlobal('location', { origin: 'http://kezek.example', assign }))
afterEach(() => vi.unstubAllGlobals())

test('signing out begins anew at home, without what this tab held', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })))
  noteSignedIn(true)
  sessionStorage.setItem('typed', '1')
  const { result } = renderHook(() => useSignOut(), { wrapper })
  act(() => result.current.mutate())
  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect([mayBeSignedIn(), sessionStorage.length]).toEqual([false, 0])
})

test('without a connection one is still signed in, and told so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  noteSignedIn(true)
  assign.mockClear()
  const { result } = renderHook(() => useSignOut(), { wrapper })
  act(() => result.current.mutate())
  await waitFor(() => expect(result.current.error?.is('offline')).toBe(true))
  expect([mayBeSignedIn(), assign.mock.calls.length]).toEqual([true, 0])
})
