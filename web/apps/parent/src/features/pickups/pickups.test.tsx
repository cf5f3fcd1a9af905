import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { daysFrom } from './days'
import PickupsPage from './PickupsPage'
import { pickupsTexts } from './texts'

const CHILD = {
  ...{ application_id: 'a', enrolment_id: 'e', surname: 'Үлгіев', given_name: 'Ғани' },
  kindergarten: { id: 'k', name: { kk: '«Жұлдыз»' } },
  ...{ most_escorts: 5, most_children_of_escort: 5, escort_from_years: 16 },
}
const WAITS = {
  ...{ pickup_id: 'p', application_id: 'a', name: 'Нұрланова Айгүл', day: '2026-12-01', state: 'waiting' },
  ...{ given_at: '2026-11-30T05:00:00Z', used_at: null, used_by_name: null, withdrawn_at: null },
}
const USED = {
  ...{ ...WAITS, pickup_id: 'u', name: 'Келген Адам', state: 'used' },
  ...{ used_at: '2026-11-30T12:05:00Z', used_by_name: 'Тәрбиеші Гүлнар' },
}

function show(items: object[], more: Parameters<typeof showPage>[0]['answers'] = {}, children: object[] = [CHILD]) {
  return showPage({
    page: <PickupsPage />,
    path: '/pickups',
    address: '/pickups',
    texts: [pickupsTexts],
    answers: {
      ...more,
      '/auth/me': ME,
      '/me/escorts': { children, items: [] },
      'GET /me/pickups': { today: '2026-11-30', last_day: '2026-12-07', items },
    },
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a code is asked for with a name and a day, and shown once: digits in groups, and a QR', async () => {
  const sent: unknown[] = []
  await show([], {
    'POST /me/pickups': async (request: Request) => {
      sent.push(await request.json())
      return { code: '04817263', pickup: WAITS }
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Кодты алу' }))
  expect(await screen.findAllByText('Толтырыңыз', { exact: false })).not.toEqual([])
  fireEvent.change(screen.getByLabelText(/^Кім алып кетеді/), { target: { value: 'Нұрланова Айгүл' } })
  const day = screen.getByLabelText('Қай күні')
  expect(within(day).getAllByRole('option')).toHaveLength(8)
  fireEvent.change(day, { target: { value: '2026-12-01' } })
  fireEvent.click(screen.getByRole('button', { name: 'Кодты алу' }))
  await screen.findByText('0481 7263')
  expect(screen.getByRole('img', { name: 'Алып кету кодының QR-ы' }).tagName).toBe('svg')
  expect(sent).toEqual([{ application_id: 'a', name: 'Нұрланова Айгүл', day: '2026-12-01' }])
  fireEvent.click(screen.getByRole('button', { name: 'Дайын' }))
  expect(screen.queryByText('0481 7263')).toBeNull()
  await screen.findByRole('button', { name: 'Кодты алу' })
})

test('the phone shares it as a text with day and kindergarten', async () => {
  const share = vi.fn(() => Promise.reject(new DOMException('given up', 'AbortError')))
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { share }))
  await show([], { 'POST /me/pickups': { code: '04817263', pickup: WAITS } })
  fireEvent.change(await screen.findByLabelText(/^Кім алып кетеді/), { target: { value: 'Нұрланова Айгүл' } })
  fireEvent.click(screen.getByRole('button', { name: 'Кодты алу' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Жіберу' }))
  const text = 'Баланы балабақшадан алып кету коды: 0481 7263. 1 желтоқсан күні ғана, бір рет жарамды.'
  await waitFor(() => expect(share).toHaveBeenCalledWith({ text: expect.stringContaining(text) as string }))
})

test('of two children one is to be chosen, and a code that would be replaced is told of', async () => {
  const other = { ...CHILD, application_id: 'b', given_name: 'Дана' }
  await show([{ ...WAITS, day: '2026-11-30' }], {}, [CHILD, other])
  fireEvent.click(await screen.findByLabelText(/Дана/))
  expect(screen.queryByText(/бұрынғысы күшін жояды/)).toBeNull()
  fireEvent.click(screen.getByLabelText(/Ғани/))
  await screen.findByText(/бұрынғысы күшін жояды/)
})

test('what was used says when and by whom; what waits is withdrawn after a question', async () => {
  const gone = vi.fn(() => refusal('pickup_over', 409, { state: 'used' }))
  await show([WAITS, USED], { 'DELETE /me/pickups/p': gone })
  const used = (await screen.findByRole('heading', { name: 'Келген Адам' })).closest('section')
  expect(used?.textContent).toContain('30 қараша, сағат 17:05')
  expect(used?.textContent).toContain('Тәрбиеші Гүлнар')
  expect(screen.getAllByRole('button', { name: /кері алу/ })).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'Нұрланова Айгүл: кодты кері алу' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Кері алу' }))
  await screen.findByText('Бұл код енді жарамсыз.')
  expect(gone).toHaveBeenCalledOnce()
})

test('without an enrolled child there is nothing to give', async () => {
  await show([], {}, [])
  await screen.findByText('Балабақшаға қабылданған балаңыз әзірге жоқ.')
  expect(screen.queryByRole('button', { name: 'Кодты алу' })).toBeNull()
})

test('days go over the end of a month and a year', () => {
  expect(daysFrom('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
})
