import { type AuthMe, beginSession, leave, makeQueryClient, meQuery } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'

import { SignedIn } from './SignedIn'

const replace = vi.fn()
beforeEach(() => {
  localStorage.clear()
  replace.mockClear()
  vi.stubGlobal('location', { ...here(), replace })
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
})
afterEach(cleanup)

const here = () => ({ origin: 'http://kezek.example', pathname: '/queue/1', search: '?tab=history', hash: '#2' })
const person = (more: Partial<AuthMe> = {}) => ({ person_id: '1', name: 'Үлгі', complete: true, ...more }) as AuthMe

async function shown({ me, base = '' }: { me: AuthMe | null; base?: string }) {
  const client = makeQueryClient()
  if (me) await beginSession(client, me)
  else client.setQueryData(meQuery.queryKey, null)
  const { hook, history } = memoryLocation({ path: `${base}/queue/1`, record: true })
  const page = (
    <QueryClientProvider client={client}>
      <Router hook={hook} base={base}>
        <Suspense fallback="…">
          <SignedIn>{({ name }) => <p>{name}</p>}</SignedIn>
        </Suspense>
      </Router>
    </QueryClientProvider>
  )
  await act(async () => {
    render(page)
    await Promise.resolve()
  })
  return { client, history }
}

const NEXT = 'next=%2Fqueue%2F1%3Ftab%3Dhistory%232'

test('who is signed in sees the page', async () => {
  await shown({ me: person() })
  expect(await screen.findByText('Үлгі')).toBeTruthy()
})

test('nobody is led to sign in, and comes back', async () => {
  const { history } = await shown({ me: null })
  await vi.waitFor(() => expect(history).toEqual([`/sign-in?${NEXT}`]))
})

test('who signs out goes where that leads, whoever else tells of the end', async () => {
  const { client, history } = await shown({ me: person() })
  vi.stubGlobal('location', { ...here(), replace, assign: vi.fn() })
  leave()
  act(() => {
    client.setQueryData(meQuery.queryKey, null)
  })
  await vi.waitFor(() => expect(screen.queryByText('Үлгі')).toBeNull())
  expect(history).toEqual(['/queue/1'])
  dispatchEvent(new Event('pagehide'))
})

test('from the other app the way leads over a new page', async () => {
  await shown({ me: null, base: '/staff' })
  await vi.waitFor(() => expect(replace).toHaveBeenCalledWith(`/sign-in?${NEXT}`))
})

test('who has no e-mail address yet is led to it first', async () => {
  const { history } = await shown({ me: person({ complete: false }) })
  await vi.waitFor(() => expect(history).toEqual([`/first-email?${NEXT}`]))
})

test('who was signed in until now is told that the session is over', async () => {
  const { client, history } = await shown({ me: person() })
  await screen.findByText('Үлгі')
  act(() => {
    client.setQueryData(meQuery.queryKey, null)
  })
  await vi.waitFor(() => expect(history).toEqual([`/sign-in?${NEXT}&over=1`]))
})

test('the account follows the language of the page, and is asked for nothing where it has it', async () => {
  const sent: Request[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request)
    return Promise.resolve(Response.json(person({ language: 'kk', name: 'Бірдей' })))
  })
  await shown({ me: person({ language: 'ru' }) })
  expect(await screen.findByText('Бірдей')).toBeTruthy()
  expect(sent.map(({ method }) => method)).toEqual(['PATCH'])
  expect(await sent[0]?.json()).toEqual({ language: 'kk' })
})
