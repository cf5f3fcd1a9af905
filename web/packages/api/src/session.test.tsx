import { QueryObserver } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'

import { ApiError } from './problem'
import { districtsQuery, meQuery } from './queries'
import { makeQueryClient } from './queryClient'
import { beginSession, whenPersonLeaves } from './session'
import { mayBeSignedIn } from './signedIn'
import type { AuthMe } from './schema'

const PRIVATE = ['applications', 'children']
const person = (id: string) => ({ person_id: id }) as AuthMe

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
})

async function signedIn(id = 'first') {
  const client = makeQueryClient()
  await beginSession(client, person(id))
  client.setQueryData(PRIVATE, ['a child'])
  client.setQueryDefaults(districtsQuery.queryKey, { meta: { public: true } })
  client.setQueryData(districtsQuery.queryKey, [])
  return client
}

const problem = (code: string, status: number) => new ApiError({ code, status, params: {} } as never)

test('a session that is over takes its data along; drafts and what is everybody’s stay', async () => {
  const client = await signedIn()
  localStorage.setItem('kezek.draft.application', 'sealed')
  const failing = client.query({
    queryKey: ['x'],
    queryFn: () => Promise.reject(problem('sign_in_required', 401)),
  })
  await expect(failing).rejects.toThrow('sign_in_required')
  await vi.waitFor(() => expect(client.getQueryData(meQuery.queryKey)).toBeNull())
  expect(client.getQueryData(PRIVATE)).toBeUndefined()
  expect(client.getQueryData(districtsQuery.queryKey)).toEqual([])
  expect(mayBeSignedIn()).toBe(false)
  expect(localStorage.getItem('kezek.draft.application')).toBe('sealed')
})

test('another refusal ends nothing', async () => {
  const client = await signedIn()
  const failing = client.query({ queryKey: ['x'], queryFn: () => Promise.reject(problem('not_found', 404)) })
  await expect(failing).rejects.toThrow('not_found')
  expect(client.getQueryData(PRIVATE)).toEqual(['a child'])
})

test('another person sees nothing of the one before; the same person again finds what they typed', async () => {
  const client = await signedIn()
  const forgotten = vi.fn()
  whenPersonLeaves(forgotten)
  await beginSession(client, person('first'))
  expect(forgotten).not.toHaveBeenCalled()
  expect(client.getQueryData(PRIVATE)).toEqual(['a child'])
  await beginSession(client, person('second'))
  expect(forgotten).toHaveBeenCalledOnce()
  expect(client.getQueryData(PRIVATE)).toBeUndefined()
})

test('an answer about the session before does not come through', async () => {
  let answer: (answer: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
  const client = makeQueryClient()
  const stop = new QueryObserver(client, meQuery).subscribe(() => undefined)
  await beginSession(client, person('new'))
  answer(Response.json({ code: 'sign_in_required', status: 401, params: {} }, { status: 401 }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(client.getQueryData(meQuery.queryKey)).toEqual(person('new'))
  expect(mayBeSignedIn()).toBe(true)
  stop()
})

test('what another tab does is asked about at once', async () => {
  const client = await signedIn()
  const asked = vi.spyOn(client, 'invalidateQueries')
  dispatchEvent(new StorageEvent('storage', { key: 'kezek.district' }))
  expect(asked).not.toHaveBeenCalled()
  dispatchEvent(new StorageEvent('storage', { key: 'kezek.signed-in' }))
  expect(asked).toHaveBeenCalledWith({ queryKey: meQuery.queryKey })
})
