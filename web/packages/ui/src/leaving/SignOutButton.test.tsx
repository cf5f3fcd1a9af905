import { makeQueryClient } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { SignOutButton } from './SignOutButton'
import { leavingTexts } from './texts'

const DRAFT = 'kezek.draft.slot.apply'
const asked = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })))
const assign = vi.fn()

beforeEach(async () => {
  await leavingTexts.load('kk')
  HTMLDialogElement.prototype.showModal = vi.fn() // jsdom has no modal dialogs
  HTMLDialogElement.prototype.close = vi.fn()
  vi.stubGlobal('fetch', asked)
  vi.stubGlobal('location', { origin: 'http://kezek.example', assign })
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>
          <SignOutButton>Шығу</SignOutButton>
        </Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  asked.mockClear()
  assign.mockClear()
  localStorage.clear()
})

test('who has nothing unfinished leaves at once, and the point on the map goes along', async () => {
  localStorage.setItem('kezek.point', '{}')
  fireEvent.click(screen.getByRole('button', { name: 'Шығу' }))
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  await vi.waitFor(() => expect(localStorage.getItem('kezek.point')).toBeNull())
})

test('who has a draft is asked: it stays with who stays, and goes with who goes', async () => {
  localStorage.setItem(DRAFT, 'sealed')
  fireEvent.click(screen.getByRole('button', { name: 'Шығу' }))
  fireEvent.click(screen.getByRole('button', { name: 'Болдырмау', hidden: true }))
  expect([asked.mock.calls.length, localStorage.getItem(DRAFT)]).toEqual([0, 'sealed'])
  fireEvent.click(screen.getByRole('button', { name: 'Шығу' }))
  fireEvent.click(screen.getByRole('button', { name: 'Шығу және жобаны жою', hidden: true }))
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  await vi.waitFor(() => expect(localStorage.getItem(DRAFT)).toBeNull())
})
