import { type Answers, ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import InboxPage from './InboxPage'
import { inboxTexts } from './texts'

const OLD = {
  notice_id: '1',
  application_id: 'a',
  number: '34.UO.2026.00001.1',
  kind: 'queued',
  subject: 'Балаңыз кезекте',
  text: 'Өтініш тексерілді.',
  language: 'kk',
  occurred_at: '2026-11-29T07:01:00Z',
  at: '2026-11-29T07:01:00Z',
  read_at: '2026-11-29T08:00:00Z',
  sent: [{ channel: 'sms', recipient: '77990000001', state: 'failed', finished_at: null }],
}
const NEW = {
  ...OLD,
  notice_id: '2',
  kind: 'turn_started',
  subject: 'Кезек келді',
  text: 'Орын таңдаңыз.',
  read_at: null,
}
const JOURNAL = { items: [{ application_id: 'a', child: { surname: 'Үлгіев', given_name: 'Алихан' } }], next: null }

function show(items: object[], answers: Answers = {}) {
  return showPage({
    page: <InboxPage />,
    path: '/inbox',
    address: '/inbox',
    texts: [inboxTexts],
    answers: {
      '/auth/me': ME,
      '/inbox/unread': { unread: 1 },
      '/applications/applications': JOURNAL,
      '/inbox': { items, next: null },
      ...answers,
    },
  })
}

/** A service that keeps what is read, and what it was told. */
function keeping() {
  const told: unknown[] = []
  const answers: Answers = {
    '/inbox': ({ url }) => {
      const unread = told.length === 0 ? [NEW] : []
      const all = told.length === 0 ? [NEW, OLD] : [{ ...NEW, read_at: OLD.at }, OLD]
      return { items: url.includes('unread=true') ? unread : all, next: null }
    },
    '/inbox/unread': () => ({ unread: told.length === 0 ? 1 : 0 }),
    'PUT /inbox/read': async (request) => {
      told.push(await request.json())
      return { unread: 0 }
    },
  }
  return { told, answers }
}

afterEach(cleanup)

test('unread is said in words, and to open a message says that it is read, once', async () => {
  const { told, answers } = keeping()
  await show([], answers)
  const subject = await screen.findByRole('button', { name: NEW.subject })
  expect(screen.getAllByText('Оқылмаған')).toHaveLength(1)
  await screen.findAllByText(/Өтініш № 34\.UO\.2026\.00001\.1: Үлгіев Алихан/)
  fireEvent.click(subject)
  await waitFor(() => {
    expect(told).toEqual([{ notice_ids: ['2'] }])
  })
  await waitFor(() => {
    expect(screen.queryByText('Оқылмаған')).toBeNull()
  })
  expect(subject.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('link', { name: 'Орын таңдау беті' }).getAttribute('href')).toBe('/choose/a')
  fireEvent.click(subject)
  fireEvent.click(subject)
  fireEvent.click(screen.getByRole('button', { name: OLD.subject }))
  expect(told).toHaveLength(1)
})

test('of unread ones alone the one that is opened stays to be read to its end', async () => {
  const { told, answers } = keeping()
  await show([], answers)
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Тек оқылмағандары' }))
  await waitFor(() => {
    expect(screen.queryByText(OLD.subject)).toBeNull()
  })
  fireEvent.click(await screen.findByRole('button', { name: NEW.subject }))
  await waitFor(() => {
    expect(told).toHaveLength(1)
  })
  await screen.findByText(NEW.text)
  expect(screen.queryByText('Оқылмаған хабарлама жоқ.')).toBeNull()
})

test('all are marked up to the newest that is on the page', async () => {
  const { told, answers } = keeping()
  await show([], answers)
  await screen.findByRole('button', { name: NEW.subject })
  fireEvent.click(await screen.findByRole('button', { name: 'Бәрін оқылған деп белгілеу' }))
  await screen.findByText('Бәрі оқылды деп белгіленді.')
  expect(told).toEqual([{ notice_ids: [], up_to: '2' }])
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Бәрін оқылған деп белгілеу' })).toBeNull()
  })
})

test('where it went besides is told, and what to do where it did not arrive', async () => {
  await show([OLD])
  fireEvent.click(await screen.findByRole('button', { name: OLD.subject }))
  const sent = await screen.findByText(/Жеткізілмеді/)
  expect(sent.textContent).toMatch(/^SMS: \+7\s799\s000\s00\s01\./)
  const advice = screen.getByText(/байланысыңызды тексеріңіз/)
  expect(within(advice).getByRole('link').getAttribute('href')).toBe('/settings')
})

test('nothing told yet is said, and what will come', async () => {
  await show([], { '/inbox/unread': { unread: 0 } })
  await screen.findByText('Әзірге хабарлама жоқ.')
  expect(screen.queryByRole('button', { name: 'Бәрін оқылған деп белгілеу' })).toBeNull()
})
