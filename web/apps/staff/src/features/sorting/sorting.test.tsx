import { type Answers } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { rulesTexts } from '../../shared/rules/texts'
import SortingPage from './SortingPage'
import { sortingTexts } from './texts'

const NAME = { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' }
const QUEUE = { district: '1116', kind: 'general', group_year: 2023 }
const ROW = { waiting: 12, too_old: 1, leaving: 1, forward: 4, back: 0, forward_most: 1, back_most: 0 }
const SORTED = {
  id: 'a',
  year: 2027,
  reason: null,
  signed_at: '2027-06-30T05:00:00Z',
  signed_by_name: 'ҮЛГІ АДАМ',
  queues: [{ queue: QUEUE, children: 11, went: 1, came: 0, corrected: 0, sorted_at: '2027-06-30T05:00:01Z' }],
  done: true,
}
const DISTRICT = {
  district: '1116',
  name: NAME,
  due_on: '2027-06-30',
  refusal: null as string | null,
  queues: [{ queue: QUEUE, ...ROW }],
  moves: [{ kind: 'general', from_year: 2023, to_year: 2022, children: 1 }],
  history: [] as object[],
  refresh: null as object | null,
  as_of: '2027-07-01T05:00:00Z',
}

const show = (changed: object = {}, answers: Answers = {}) =>
  seenByAdministrator({
    Page: SortingPage,
    path: '/rules/sorting/:district',
    address: '/rules/sorting/1116',
    texts: [sortingTexts, rulesTexts, kindergartenTexts, signingTexts],
    answers: { '/queue/sortings/1116': { ...DISTRICT, ...changed }, ...answers },
  })

afterEach(cleanup)

test('who would move, and by how much, is read before it is signed', async () => {
  await show()
  await screen.findByText('Туған жылы бойынша 2023 жылғы кезектен 2022 жылғы кезекке 1 бала ауысады. Топ түрі: жалпы.')
  screen.getByText(/^Жасынан асқан 1 бала бар/)
  expect(screen.getAllByText('4, ең көбі 1 орынға').length).toBeGreaterThan(0)
  screen.getByRole('button', { name: 'Қол қоюға өту' })
  screen.getByText('Бұл аудан әлі сұрыпталған жоқ.')
})

test('how far the data are refreshed stands on the page, and it is not begun twice', async () => {
  const refresh = { asked_at: '2027-06-29T05:00:00Z', total: 12, asked: 7, silent: 2, changed: 1, finished_at: null }
  await show({ refresh })
  await screen.findByText('7 / 12')
  expect(screen.queryByRole('button', { name: 'Деректерді жаңартуды бастау' })).toBeNull()
  cleanup()
  await show()
  await screen.findByRole('button', { name: 'Деректерді жаңартуды бастау' })
})

test('before its day it is said from when on, and nothing can be signed', async () => {
  await show({ refusal: 'sorting_too_early' })
  await screen.findByText(/30 маусым/)
  expect(screen.queryByRole('button', { name: 'Қол қоюға өту' })).toBeNull()
})

test('once more in a year a reason is asked for', async () => {
  await show({ refusal: 'sorted_already', history: [SORTED] })
  fireEvent.click(await screen.findByRole('button', { name: 'Қол қоюға өту' }))
  await screen.findByText('Неге қайталанатынын жазыңыз')
  screen.getByText('ҮЛГІ АДАМ')
  screen.getByText('балалар: 11, кетті: 1, келді: 0')
})

test('where classes take turns there is nothing to sort', async () => {
  await show({ refusal: 'sorting_not_here', due_on: null, queues: [], moves: [] })
  await screen.findByText(/нөмірленген санаттар жоқ/)
})
