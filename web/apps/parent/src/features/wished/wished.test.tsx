import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { wishedTexts } from './texts'
import WishedPage from './WishedPage'

const ID = '00000000-0000-4000-8000-000000000000'
const three = (name: string) => ({ kk: name, ru: name, en: name })
const garden = (id: string) => ({ id, name: three(`Бақша ${id}`), address: three('Абай, 1'), ownership: 'state' })
const wish = (id: string, more: object = {}) => ({
  kindergarten_id: id,
  name: three(`Бақша ${id}`),
  address: three('Абай, 1'),
  ownership: 'state',
  closed: false,
  stands_at: 3,
  waiting: 12,
  ...more,
})
const WISHES = {
  application_id: ID,
  queue: { district: '1110', kind: 'general', group_year: 2023 },
  obstacle: null as string | null,
  most: 3,
  wishes: [wish('A'), wish('B')],
  own_kindergarten_id: null as string | null,
  waiting_list: true,
  changed_at: '2026-11-29T07:00:00Z',
  twins: false,
  separate_places: false,
  last_round: null as object | null,
  as_of: '2026-11-29T07:00:00Z',
}

function show(more: object = {}, answers: Answers = {}) {
  const items = ['A', 'B', 'C', 'D'].map(garden)
  return showPage({
    page: <WishedPage />,
    path: '/wished/:id',
    address: `/wished/${ID}`,
    texts: [wishedTexts, kindergartenTexts],
    answers: {
      '/auth/me': ME,
      '/kindergartens/kindergartens': { items, total: items.length },
      ...answers,
      [`/applications/${ID}/wishes`]: async (request: Request) =>
        request.method === 'GET'
          ? { ...WISHES, ...more, ...stored() }
          : (saved((await request.json()) as { kindergartens: string[] }), {}),
    },
  })
}
const saved = vi.fn<(body: { kindergartens: string[] }) => void>()

/** What is read once a list was sent. */
function stored() {
  const [body] = saved.mock.lastCall ?? []
  return body && { wishes: body.kindergartens.map((id) => wish(id)), changed_at: '2026-11-29T07:05:00Z' }
}

const names = () => screen.getAllByText(/^\d\. Бақша/).map((each) => each.textContent)

afterEach(() => {
  cleanup()
  saved.mockReset()
})

test('the list is put in order by buttons that keep the focus, and saved as it stands', async () => {
  await show()
  await screen.findByText('Күту парағында 3-орын, барлығы 12', { selector: 'li:first-child *' })
  fireEvent.click(screen.getByRole('button', { name: 'Жоғары жылжыту: Бақша B' }))
  expect(names()).toEqual(['1. Бақша B', '2. Бақша A'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Жоғары жылжыту: Бақша B' }))
  expect(screen.getByText('Бақша B: енді 1-орында')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Балабақша қосу'), { target: { value: 'D' } })
  fireEvent.click(screen.getByRole('button', { name: 'Тізімге қосу' }))
  fireEvent.click(screen.getByRole('button', { name: 'Тізімнен алып тастау: Бақша A' }))
  expect(names()).toEqual(['1. Бақша B', '2. Бақша D'])
  screen.getByText('Өзгерістер әлі сақталған жоқ.')
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  await vi.waitFor(() => expect(saved).toHaveBeenCalledWith({ kindergartens: ['B', 'D'] }))
  // the list as it is stored is drawn anew, and what was said of it stays
  await vi.waitFor(() => expect(screen.getAllByText(/^Күту парағында/)).toHaveLength(2))
  screen.getByText('Тізім сақталды.')
})

test('the first does not go up, and a full list takes no more', async () => {
  await show({ wishes: ['A', 'B', 'C'].map((id) => wish(id)) })
  const up = await screen.findByRole('button', { name: 'Жоғары жылжыту: Бақша A' })
  expect(up.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(up)
  expect(names()[0]).toBe('1. Бақша A')
  screen.getByText(/^Тізім толды/)
})

test('where no waiting list is kept, none is spoken of', async () => {
  const unlisted = (id: string) => wish(id, { stands_at: null, waiting: null })
  await show({ wishes: ['A', 'B'].map(unlisted), waiting_list: false })
  await screen.findByText('1. Бақша A')
  expect(screen.queryByText(/[Кк]үту пара/)).toBeNull()
})

test('an empty list says what follows from it, and a closed kindergarten is named so', async () => {
  await show({ wishes: [], changed_at: null })
  await screen.findByText('Әзірге бірде-бір балабақша таңдалмады.')
  cleanup()
  await show({ wishes: [wish('Z', { closed: true, stands_at: null })] })
  await screen.findByText(/^Балабақша жабылған/)
})

test('the kindergarten in which the child is by now is none to wish', async () => {
  await show({ own_kindergarten_id: 'A' })
  await screen.findByText(/^Балаңыз қазір осы балабақшаға барады/, { selector: 'li:first-child *' })
  cleanup()
  await show({ own_kindergarten_id: 'D' })
  await screen.findByLabelText('Балабақша қосу')
  expect(screen.queryByRole('option', { name: /^Бақша D/ })).toBeNull()
  screen.getByRole('option', { name: /^Бақша C/ })
})

test('what the last round gave, and whether twins may part, stands above', async () => {
  const last = { number: 2, held_at: '2026-11-28T07:00:00Z', outcome: 'none', kindergarten_id: null }
  await show({ last_round: last, twins: true })
  await screen.findByText(/^2-кезеңде/)
  const twins = screen.getByText(/^Егіздерге орын тек бірге/)
  expect(within(twins).getByRole('link').getAttribute('href')).toBe(`/wishes/${ID}`)
})

test.each([
  ['given', 'орын берілді.'],
  ['none', 'орын шықпады'],
  ['fell_away', 'сақталмады'],
  ['not_in_it', 'қатысқан жоқ'],
])('a last round that was %s for the child is said so', async (outcome, said) => {
  await show({ last_round: { number: 2, held_at: '2026-11-28T07:00:00Z', outcome, kindergarten_id: null } })
  expect((await screen.findByText(/^2-кезең/)).textContent).toContain(said)
})

test('where a district has no rounds, or the application is over, that is said', async () => {
  await show({ obstacle: 'rounds_not_here' })
  await screen.findByText('Бұл ауданда балабақшалар тізімі керек емес.')
  cleanup()
  await show({ obstacle: 'application_over' })
  await screen.findByText('Өтініш аяқталған: енді өзгертуге болмайды.')
})
