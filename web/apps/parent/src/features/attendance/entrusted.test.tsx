/** The page of who brings a child, on a phone whose clock is wrong. */
import 'fake-indexeddb/auto'

import { showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Entrusted } from './Entrusted'
import { attendanceTexts } from './texts'

const CHILD = {
  ...{ application_id: 'child', surname: 'Үлгіев', given_name: 'Ғани', kindergarten: { name: { kk: '«Жұлдыз»' } } },
  ...{ own: false, presence: 'there', arrived_at: '2026-11-30T03:00:00Z', left_at: null },
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const show = () =>
  showPage({
    page: <Entrusted personId="one" snapshot={null} />,
    path: '/attendance',
    address: '/attendance',
    texts: [attendanceTexts],
    answers: { '/attendance/entrusted': { day: '2026-11-30', items: [CHILD] } },
  })

test('a phone whose date is a day off shows what was marked; the next morning nothing is marked yet', async () => {
  vi.setSystemTime(new Date('2026-12-01T04:00:00Z'))
  await show()
  expect(await screen.findByText('Балабақшада')).toBeTruthy()
  vi.setSystemTime(new Date('2026-12-02T02:00:00Z'))
  fireEvent(document, new Event('visibilitychange'))
  expect(await screen.findByText('Әлі келген жоқ')).toBeTruthy()
})
