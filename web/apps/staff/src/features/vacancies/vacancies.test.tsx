import { kindergartenTexts } from '@kezek/i18n'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { vacancyTexts } from '../../shared/vacancies/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import { vacanciesTexts } from './texts'
import VacanciesPage from './VacanciesPage'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const NAME = { kk: '«Үлгі»', ru: '', en: '' }
const GARDEN = { id: 'k', district: '1110', name: NAME, address: NAME, ownership: 'state', closed: false }
const LINE = {
  id: 'v',
  kindergarten_id: 'k',
  kindergarten_name: NAME,
  district: '1110',
  ownership: 'state',
  language: 'kk',
  group_year: 2023,
  kind: 'general',
  total: 1,
  free: 1,
  annulled: 0,
  state: 'waiting',
  state_name: { kk: 'Күтуде', ru: '', en: '' },
  confirmed_at: '2026-11-29T05:00:00Z',
  confirmed_by: NOBODY,
  confirmed_by_name: null,
  by_policy: true,
}

function show(search = '') {
  return showPage({
    page: <VacanciesPage />,
    path: '/vacancies',
    address: `/vacancies${search}`,
    texts: [vacanciesTexts, vacancyTexts, dashboardSharedTexts, workplaceTexts, kindergartenTexts],
    answers: {
      '/auth/me': { ...ME, method: 'eds', roles: ['worker'], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/me/vacancies': { items: [LINE], total: 1, publishers: [{ person_id: NOBODY, name: null }] },
    },
  })
}

afterEach(cleanup)

test('what the district’s policy published by itself is said so, and can be filtered by', async () => {
  await show()
  await screen.findByText('аудан саясаты бойынша', { selector: 'dd' })
  screen.getByRole('option', { name: 'аудан саясаты бойынша' })
  expect(screen.queryByText('белгісіз')).toBeNull()
})

test.each([
  ['1', 'Кезегі келген отбасыларға хабарлама жіберіледі. Жаңа жол төмендегі кестеде тұр.'],
  ['in-rounds', 'Орындар келесі бөлу кезеңін күтеді. Жаңа жол төмендегі кестеде тұр.'],
])('what comes of places that were published is said as they are handed out: %s', async (added, words) => {
  await show(`?added=${added}`)
  await screen.findByText(words)
})
