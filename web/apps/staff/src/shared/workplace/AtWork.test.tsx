import { type AuthMe, beginSession, makeQueryClient } from '@kezek/api'
import { commonTexts, kindergartenTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { AtWork } from './AtWork'
import { workplaceTexts } from './texts'

const GARDENS = ['1', '2'].map((id) => ({
  id,
  name: { kk: `«Үлгі ${id}»` },
  address: { kk: 'Үлгі ауылы' },
  ownership: 'state',
}))
const WORKER = { role: 'worker', kindergarten_id: '1', district: null }
const person = (more: object) =>
  ({
    person_id: '1',
    language: 'kk',
    complete: true,
    method: 'eds',
    grants: [],
    works_at: null,
    ...more,
  }) as unknown as AuthMe

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function shown(me: AuthMe) {
  const asked = vi.fn((request: Request) =>
    Promise.resolve(
      Response.json(
        request.url.endsWith('/workplace')
          ? { ...me, works_at: '2', must_choose_workplace: false }
          : request.url.endsWith('/me')
            ? me
            : { items: GARDENS },
      ),
    ),
  )
  vi.stubGlobal('fetch', asked)
  await Promise.all([commonTexts, kindergartenTexts, workplaceTexts].map((each) => each.load('kk')))
  const client = makeQueryClient()
  await beginSession(client, me)
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <Suspense>
          <AtWork title="Бет">{({ kindergarten }) => <p>{kindergarten.name.kk} ашық</p>}</AtWork>
        </Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
  return asked
}

test('a worker sees the page of the kindergarten they work in', async () => {
  await shown(person({ grants: [WORKER], works_at: '1' }))
  expect(await screen.findByText('«Үлгі 1» ашық')).toBeTruthy()
})

test('who works in several chooses first, and the page comes by itself', async () => {
  const asked = await shown(person({ grants: [WORKER], must_choose_workplace: true }))
  fireEvent.click(await screen.findByRole('button', { name: 'Таңдау: «Үлгі 2»' }))
  expect(await screen.findByText('«Үлгі 2» ашық')).toBeTruthy()
  const chosen = asked.mock.calls.map(([request]) => request).find(({ method }) => method === 'PUT')
  expect(await chosen?.clone().json()).toEqual({ kindergarten_id: '2' })
})

test('a worker who came by a code is told to come by key', async () => {
  await shown(person({ grants: [WORKER], method: 'code' }))
  expect(screen.getByRole('link', { name: 'ЭЦҚ-мен кіру' }).getAttribute('href')).toBe(
    '/sign-in?next=%2Fstaff&again=1&way=eds',
  )
})

test('who works in no kindergarten is told how one gets an account', async () => {
  await shown(person({}))
  expect(screen.getByRole('link', { name: 'Балабақша үшін есептік жазба сұрау' })).toBeTruthy()
})
