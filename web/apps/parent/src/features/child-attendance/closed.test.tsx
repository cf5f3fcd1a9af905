import { isoDay, momentOf } from '@kezek/domain'
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

test('who comes in the next month is led to the sheet that waits', async () => {
  const thisMonth = isoDay(momentOf(new Date())).slice(0, 7)
  await showPage({
    page: <ChildAttendancePage />,
    path: '/attendance/:id',
    address: '/attendance/a',
    texts: [childAttendanceTexts],
    answers: {
      '/auth/me': ME,
      '/attendance/children/a/sheets': ({ url }) => ({ items: url.includes(thisMonth) ? [] : [SHEET] }),
      '/attendance/children/a': { application_id: 'a', given_name: 'Ғани', surname: 'Үлгіев', days: [PAST] },
    },
  })
  await screen.findByText('Кеткені белгіленбеген.') // of a day that is over nobody says that the child is there now
  await screen.findByText('Алдыңғы айдың табелі бекітуіңізді күтеді.')
  fireEvent.click(screen.getByRole('button', { name: 'Табельді ашу' }))
  await screen.findByRole('button', { name: 'Бекіту' })
  expect(screen.queryByText('Алдыңғы айдың табелі бекітуіңізді күтеді.')).toBeNull()
})
