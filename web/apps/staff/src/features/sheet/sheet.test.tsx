import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { type Answers, LEAVE, Leavable, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { closingTexts } from '../../shared/closing/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import SheetPage from './SheetPage'
import { sheetTexts } from './texts'

const GARDEN = { id: 'k', name: { kk: '«Үлгі»' }, address: { kk: 'Үлгі ауылы' }, ownership: 'state', closing: null }
const CHILD = {
  answer: null,
  enrolment_id: 'e',
  surname: 'Үлгіев',
  given_name: 'Ғани',
  present: 17,
  illness: 2,
  leave: 1,
  other: 0,
}
const SHEET = {
  id: 's',
  number: '202610-00017',
  digest: 'ab',
  asks_parents: false,
  closed_at: '2026-11-01T05:00:00Z',
  closed_by_name: 'СЕРІКОВА ӘЛИЯ',
  reopened_at: null,
  reopened_by_name: null,
  reopened_because: null,
}
const GROUP = {
  group_year: 2022,
  language: 'kk',
  kind: 'general',
  children: [{ ...CHILD, unmarked: ['2026-10-05'] }],
  closed: null,
  reopened: [],
}

function show(group: object, over = true, paper: Answers[string] = {}) {
  return showPage({
    page: (
      <Leavable>
        <SheetPage />
      </Leavable>
    ),
    path: '/attendance/sheet',
    address: '/attendance/sheet?month=2026-10',
    texts: [sheetTexts, workplaceTexts, closingTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'worker'], grants: [{ role: 'worker' }], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/documents/sheets/s/paper': paper,
      '/attendance/sheets': { month: '2026-10', over, items: [group] },
    },
  })
}

afterEach(cleanup)

test('a month that runs shows its numbers and the days without a mark, and cannot be closed yet', async () => {
  await show(GROUP, false)
  await screen.findByText('2026 жылғы қазан')
  await screen.findByText('Белгіленбеген жұмыс күндері: 1')
  screen.getByText('Үлгіев Ғани: 5 қазан')
  screen.getByText('17')
  screen.getByText('Ай аяқталған соң табельді ЭЦҚ-мен жабуға болады.')
  expect(screen.queryByRole('button', { name: /^Айды жабу/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /PDF/ })).toBeNull()
})

test('one that is over is closed by a signature', async () => {
  await show({ ...GROUP, children: [{ ...CHILD, unmarked: [] }] })
  await screen.findByText('Барлық жұмыс күні белгіленген.')
  fireEvent.click(screen.getByRole('button', { name: /^Айды жабу: 2022/ }))
  await screen.findByText('Табельге қол қою')
})

test('a closed one says who has closed it, has its papers, and is reopened with a reason only', async () => {
  const before = {
    ...SHEET,
    id: 'r',
    number: '202610-00011',
    reopened_at: SHEET.closed_at,
    reopened_by_name: 'Ә. Сәрсен',
  }
  await show({ ...GROUP, closed: SHEET, reopened: [{ ...before, reopened_because: 'Қате' }] })
  await screen.findByText('№ 202610-00017, 1 қараша, сағат 10:00, қол қойған: СЕРІКОВА ӘЛИЯ')
  screen.getByText(/^№ 202610-00011 табель қайта ашылды: .+ Себебі: Қате$/)
  const hours = screen.getByRole<HTMLAnchorElement>('link', { name: /^Сағаттарымен, XLSX: 2022/ })
  expect(hours.href).toContain('month=2026-10&group_year=2022&language=kk&kind=general')
  fireEvent.click(screen.getByRole('button', { name: /^Қайта ашу/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Әрі қарай' }))
  expect(screen.queryByText('Қайта ашуға қол қою')).toBeNull()
  fireEvent.change(screen.getByLabelText('Неге қайта ашылады'), { target: { value: 'Белгі қате түскен' } })
  fireEvent.click(screen.getByRole('button', { name: 'Әрі қарай' }))
  await screen.findByText('Қайта ашуға қол қою')
})

/** The names of the files that pages save. */
function savedFiles(): string[] {
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:paper', revokeObjectURL: vi.fn() }))
  return saved
}

test('its paper is kept as a file, and waited for while it is being made', async () => {
  const saved = savedFiles()
  const asked: string[] = []
  await show({ ...GROUP, closed: SHEET }, true, ({ url }) => {
    asked.push(new URL(url).search)
    return asked.length === 1 ? refusal('sheet_paper_not_made_yet', 503) : {}
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Орысша PDF: 2022/ }))
  await screen.findByText('Дайындалып жатыр…')
  await waitFor(() => expect(saved).toEqual(['kezek-sheet-202610-00017-ru.pdf']))
  expect(asked).toEqual(['?language=ru', '?language=ru'])
  expect(screen.queryByRole('alert')).toBeNull()
})

test('who has left the page is given no file any more', async () => {
  const saved = savedFiles()
  let make: (paper: object) => void = () => undefined
  const made = new Promise<object>((resolve) => {
    make = resolve
  })
  await show({ ...GROUP, closed: SHEET }, true, () => made)
  fireEvent.click(await screen.findByRole('button', { name: /^Орысша PDF: 2022/ }))
  await waitFor(() => expect(screen.getByRole('status', { name: 'doing' }).textContent).toBe('1'))
  fireEvent.click(screen.getByRole('button', { name: LEAVE }))
  make({})
  await waitFor(() => expect(screen.getByRole('status', { name: 'doing' }).textContent).toBe('0'))
  expect(saved).toEqual([])
})

test('where parents are asked it is seen who has approved, who has not agreed and why, and who is silent', async () => {
  const answers = [{ agreed: true, remark: '' }, { agreed: false, remark: '5-і күні келген' }, null]
  const children = answers.map((said, n) => ({
    ...{ ...CHILD, enrolment_id: String(n), given_name: `Бала${String(n)}`, unmarked: [] },
    answer: said && { ...said, answered_at: SHEET.closed_at },
  }))
  await show({ ...GROUP, children, closed: { ...SHEET, asks_parents: true } })
  await screen.findByText('Үлгіев Бала1: 5-і күні келген')
  screen.getByText('Ата-анасы бекітті')
  screen.getByText('Үлгіев Бала2', { selector: 'details *, details' })
  cleanup()
  const reopened = { ...SHEET, asks_parents: true, reopened_at: SHEET.closed_at, reopened_because: 'Қате' }
  await show({ ...GROUP, children, closed: null, reopened: [reopened] })
  await screen.findByText('Үлгіев Бала1: 5-і күні келген')
  expect(screen.queryByText('Үлгіев Бала2', { selector: 'details *, details' })).toBeNull()
})
