import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { shown } from '../testing/shown'
import { chooseRows, type Column } from './columns'
import { Table, type TableProps } from './Table'

afterEach(cleanup)

interface Row {
  name: string
  year: number
}
const ROWS: Row[] = [
  { name: '«Қарлығаш»', year: 2023 },
  { name: '«Көктем»', year: 2022 },
  { name: '«Айгөлек»', year: 2023 },
]

async function showTable(wide: boolean, rows = ROWS, more: Partial<TableProps<Row>> = {}) {
  const media = { matches: wide, addEventListener: vi.fn(), removeEventListener: vi.fn() }
  vi.stubGlobal('matchMedia', () => media)
  await shown(
    <Table
      caption="Бос орындар"
      rows={rows}
      keyOf={({ name }) => name}
      empty={<p>Бос орын жоқ</p>}
      columns={[
        { key: 'name', title: 'Балабақша', value: ({ name }) => name, filter: 'text', sortable: true },
        { key: 'year', title: 'Жыл', value: ({ year }) => String(year), filter: 'choice', sortable: true },
      ]}
      {...more}
    />,
  )
}

const first = () =>
  screen
    .getAllByRole('row')
    .slice(2)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

test('on a desktop: a filter under every head, and order by the Kazakh alphabet', async () => {
  await showTable(true)
  fireEvent.click(screen.getByRole('button', { name: 'Балабақша' }))
  expect(first()).toEqual(['«Айгөлек»', '«Көктем»', '«Қарлығаш»'])
  expect(screen.getByRole('columnheader', { name: /Балабақша/ }).getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: /Балабақша/ }))
  expect(first()).toEqual(['«Қарлығаш»', '«Көктем»', '«Айгөлек»'])
  fireEvent.change(screen.getByLabelText('Жыл: сүзгі'), { target: { value: '2023' } })
  expect(first()).toEqual(['«Қарлығаш»', '«Айгөлек»'])
  fireEvent.change(screen.getByLabelText('Балабақша: сүзгі'), { target: { value: 'АЙГ' } })
  expect(first()).toEqual(['«Айгөлек»'])
  expect(screen.getByText('Көрсетілгені: 1, барлығы: 3')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Сүзгілерді тазалау' }))
  expect(first()).toHaveLength(3)
})

test('on a phone: a card a row, its first column the heading, the filters folded', async () => {
  await showTable(false)
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(
    ROWS.map(({ name }) => name),
  )
  fireEvent.change(screen.getByLabelText('Жыл'), { target: { value: '2022' } })
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1)
  expect(screen.getByText('Сүзгі және реттеу: 1 сүзгі қосулы')).toBeTruthy()
})

test('a number is what it is, a day is that of Kazakhstan, and a choice may be called otherwise', () => {
  const columns: Column<{ places: number; at: string; state: string }>[] = [
    { key: 'places', title: '', value: ({ places }) => places, filter: 'number' },
    { key: 'at', title: '', value: ({ at }) => at, filter: 'day' },
    { key: 'state', title: '', value: ({ state }) => state, filter: 'choice' },
  ]
  const one = { places: 1, at: '2026-11-30T19:30:00Z', state: 'waiting' }
  const ten = { places: 10, at: '2026-11-30T18:30:00Z', state: 'none_left' }
  const fitting = (filters: Record<string, string>) => chooseRows([one, ten], columns, { filters, sort: null })
  expect(fitting({ places: '1' })).toEqual([one])
  expect(fitting({ at: '2026-12-01' })).toEqual([one])
  expect(fitting({ at: '2026-11-30' })).toEqual([ten])
  expect(fitting({ state: 'none_left' })).toEqual([ten])
})

test('nothing at all is said in its own words; nothing that fits is another matter', async () => {
  await showTable(true, [])
  expect(screen.getByText('Бос орын жоқ')).toBeTruthy()
  cleanup()
  await showTable(true)
  fireEvent.change(screen.getByLabelText('Балабақша: сүзгі'), { target: { value: 'мұндай жоқ' } })
  expect(screen.getByText('Көрсетілгені: 0, барлығы: 3')).toBeTruthy()
  screen.getByText('Таңдалған сүзгілерге ештеңе сай келмейді.')
})

test.each([true, false])('rows that could not be had leave the filters where they are (wide: %s)', async (wide) => {
  await showTable(wide, [], { instead: <p>Жүктелмеді</p>, chosen: { filters: { year: '2022' }, sort: null } })
  screen.getByText('Жүктелмеді')
  screen.getByLabelText(wide ? 'Жыл: сүзгі' : 'Жыл')
  screen.getByRole('button', { name: 'Сүзгілерді тазалау' })
  expect(screen.queryByText(/Көрсетілгені/)).toBeNull()
})

test.each([true, false])('rows of before are no answer to what was chosen last (wide: %s)', async (wide) => {
  await showTable(wide, ROWS, { awaited: true })
  const rows = screen.getByRole(wide ? 'table' : 'list', { name: 'Бос орындар. Жүктелуде…' })
  expect(rows.getAttribute('aria-busy')).toBe('true')
  expect(screen.getByRole('status').textContent).toBe('Жүктелуде…')
})

test.each([true, false])(
  'a chosen day stands beside its field in the language of the page (wide: %s)',
  async (wide) => {
    const born = { key: 'born', title: 'Туған күні', value: () => '2022-12-01', filter: 'day' } as const
    await showTable(wide, ROWS, { columns: [born] })
    const field = screen.getByLabelText(wide ? 'Туған күні: сүзгі' : 'Туған күні')
    fireEvent.change(field, { target: { value: '2022-12-01' } })
    const said = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(said?.textContent).toBe('2022 жылғы 1 желтоқсан')
    fireEvent.change(field, { target: { value: '0002-12-01' } })
    expect(field.getAttribute('aria-describedby')).toBeNull()
  },
)
