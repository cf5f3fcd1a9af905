import { isoDay, momentOf } from '@kezek/domain'
import { earlierMonth, formatMonth } from '@kezek/domain/months'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import ChildAttendancePage from './ChildAttendancePage'
import { ClosedMonths } from './ClosedMonths'
import { childAttendanceTexts } from './texts'

const SHEET = {
  id: 's',
  number: '202610-00017',
  kindergarten: { kk: '«Үлгі»' },
  closed_at: '2026-11-01T05:00:00Z',
  asks_parents: true,
  ...{ present: 17, illness: 2, leave: 1, other: 0, unmarked: 3 },
  answer: null,
}

function show(sheet: object) {
  return showPage({
    page: <ClosedMonths id="a" month="2026-10" />,
    path: '/attendance/a',
    address: '/attendance/a',
    texts: [childAttendanceTexts],
    answers: { '/attendance/children/a/sheets': { items: [{ ...SHEET, ...sheet }] } },
  })
}

afterEach(cleanup)

test('a closed month shows its days, and is approved or contradicted with words only', async () => {
  await show({})
  await screen.findByText('Сіздің бекітуіңізді күтеді')
  screen.getByText('17')
  screen.getByRole('button', { name: 'Бекіту' })
  fireEvent.click(screen.getByRole('button', { name: 'Келіспеймін' }))
  fireEvent.click(screen.getByRole('button', { name: 'Жіберу' }))
  expect(screen.getAllByRole('alert').length).toBeGreaterThan(0)
  screen.getByLabelText('Қай жері қате')
})

test('what was said is shown, and where nobody asks there is nothing to press', async () => {
  await show({ answer: { agreed: false, remark: '27-сі күні келген', answered_at: SHEET.closed_at } })
  await screen.findByText('27-сі күні келген')
  cleanup()
  await show({ answer: { agreed: true, remark: '', answered_at: SHEET.closed_at } })
  await screen.findByText('Сіз бекіттіңіз')
  expect(screen.queryByRole('button', { name: 'Бекіту' })).toBeNull()
  cleanup()
  await show({ asks_parents: false })
  await screen.findByText(/^Балабақша бұл айды жапты/)
  expect(screen.queryByRole('button')).toBeNull()
})

const PAST = {
  day: '2026-01-05',
  presence: 'there',
  arrival: { at: '2026-01-05T04:00:00Z', name: null, marked_by: 'worker', by_code: false },
  leaving: null,
  absence: null,
}

/** The child's page at this address, and of which month there is a sheet. */
function showChild(address: string, closed: string) {
  return showPage({
    page: <ChildAttendancePage />,
    path: '/attendance/:id',
    address,
    texts: [childAttendanceTexts],
    answers: {
      '/auth/me': ME,
      '/attendance/children/a/sheets': ({ url }) => ({ items: url.endsWith(`month=${closed}`) ? [SHEET] : [] }),
      '/attendance/children/a': { application_id: 'a', given_name: 'Ғани', surname: 'Үлгіев', days: [PAST] },
    },
  })
}

const NOW = isoDay(momentOf(new Date())).slice(0, 7)
const LAST = earlierMonth(NOW)

test('a month two back is shown to whom its notice leads there, and any other is a step from it', async () => {
  const asked = earlierMonth(LAST)
  await showChild(`/attendance/a?month=${asked}`, asked)
  await screen.findByRole('heading', { name: formatMonth(asked, 'kk') })
  await screen.findByRole('button', { name: 'Бекіту' })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі ай' }))
  await screen.findByRole('heading', { name: formatMonth(LAST, 'kk') })
})

test.each(['2026-13', '20', '../me'])('of a month that is none, as %s, the running one is shown', async (nonsense) => {
  await showChild(`/attendance/a?month=${encodeURIComponent(nonsense)}`, NOW)
  await screen.findByRole('heading', { name: formatMonth(NOW, 'kk') })
  await screen.findByRole('button', { name: 'Бекіту' })
})

test('who comes in the next month is led to the sheet that waits', async () => {
  await showChild('/attendance/a', LAST)
  await screen.findByText('Кеткені белгіленбеген.') // of a day that is over nobody says that the child is there now
  await screen.findByText('Алдыңғы айдың табелі бекітуіңізді күтеді.')
  fireEvent.click(screen.getByRole('button', { name: 'Табельді ашу' }))
  await screen.findByRole('button', { name: 'Бекіту' })
  expect(screen.queryByText('Алдыңғы айдың табелі бекітуіңізді күтеді.')).toBeNull()
})
