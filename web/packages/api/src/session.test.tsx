import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'

import { api, makeQueryClient, meQuery, signInAddress, unwrap, useSession, wayBack } from '.'
import type { AuthMe } from './schema'

const client = makeQueryClient()

function answer(status: number, body: unknown) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })),
  )
}

test('whatever is told that the session has ended ends it for the whole page', async () => {
  client.setQueryData(meQuery.queryKey, { name: 'Үлгі' } as AuthMe)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useSession({ needed: true }), { wrapper })
  expect(result.current.me).toMatchObject({ name: 'Үлгі' })
  answer(401, { code: 'sign_in_required', params: {}, status: 401 })
  const asked = client.query({ queryKey: ['any'], queryFn: () => unwrap(api.GET('/api/auth/me/readings')) })
  await expect(asked).rejects.toThrow('sign_in_required')
  await waitFor(() => {
    expect(result.current.me).toBeNull()
  })
})

test.each([
  ['/staff/roster?sort=name', '/staff/roster?sort=name'],
  ['https://elsewhere.example/', '/cabinet'],
  ['//elsewhere.example/', '/cabinet'],
  ['/\\elsewhere.example/', '/cabinet'],
  ['/..//elsewhere.example/', '/cabinet'],
  ['javascript:alert(1)', '/cabinet'],
  [null, '/cabinet'],
])('the way back from signing in to %s is %s', (back, way) => {
  expect(wayBack(back, '/cabinet')).toBe(way)
})

test('the address of signing in says where to go on', () => {
  expect(signInAddress('/staff?a=1&b=2')).toBe('/sign-in?back=%2Fstaff%3Fa%3D1%26b%3D2')
  expect(signInAddress()).toBe('/sign-in')
})
