import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { annulmentTexts } from '../../shared/annulments/texts'
import { officerSharedTexts } from '../../shared/officer/texts'
import AnnulPage from './AnnulPage'
import { annulTexts } from './texts'

const UNTIL = '2099-12-04T00:00:00+05:00'
const NUMBER = '34.UO.2026.00001.1'
const PLACES = ['offered', 'held', 'open', 'opening', 'taken', 'annulled'].map((status, index) => ({
  place_id: status,
  ordinal: index + 1,
  status,
  application_number: status === 'held' ? NUMBER : null,
  held_until: status === 'held' ? UNTIL : null,
}))
const VACANCY = {
  vacancy_id: 'v',
  kindergarten_id: 'k',
  kindergarten_name: { kk: '«Үлгі»', ru: '', en: '' },
  group_year: 2022,
  kind: 'general',
  language: 'kk',
  places: PLACES,
  annulments: [],
}

function show(vacancy: object) {
  return showPage({
    page: <AnnulPage />,
    path: '/published/:id',
    address: '/published/v',
    texts: [annulTexts, annulmentTexts, officerSharedTexts, kindergartenTexts, signingTexts],
    answers: {
      '/annulments/acts': refusal('places_not_free', 409, { ordinals: '2' }),
      '/auth/me': { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1134' }] },
      '/referrals/vacancies/v': vacancy,
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('what nobody has taken can be chosen, and a held place says whose turn would end', async () => {
  await show(VACANCY)
  await screen.findByText('Қай орындардың күші жойылады')
  expect(screen.getAllByRole('checkbox')).toHaveLength(4)
  screen.getByText('бос, еркін таңдау сағатын күтуде')
  expect(screen.getByText('Бос').nextElementSibling?.textContent).toBe('3')
  screen.getByText(new RegExp(`№ ${NUMBER} өтінішке ұсынылған, таңдау мерзімі: .*24:00`))
})

test('places, a reason and, of another one, its words are asked for', async () => {
  await show(VACANCY)
  const next = await screen.findByRole('button', { name: 'Әрі қарай' })
  fireEvent.click(next)
  expect(screen.getAllByText('Кемінде бір орынды белгілеңіз').length).toBeGreaterThan(0)
  expect(screen.getAllByText('Себебін таңдаңыз').length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('button', { name: 'Бос орындардың бәрін белгілеу (3)' }))
  fireEvent.click(screen.getByText('басқа'))
  fireEvent.click(next)
  expect(screen.getAllByText('«Басқа» себебін түсіндіріп жазыңыз').length).toBeGreaterThan(0)
})

test('what was taken meanwhile is named, and one chooses again', async () => {
  await show(VACANCY)
  fireEvent.click(await screen.findByLabelText('№ 2 орын'))
  fireEvent.click(screen.getByText('топ ашылмайды'))
  fireEvent.click(screen.getByRole('button', { name: 'Әрі қарай' }))
  await screen.findByText(/№ 2 орындарды бала алып қойған/)
  fireEvent.click(screen.getByRole('button', { name: 'Орындарды қайта белгілеу' }))
  await screen.findByText('Қай орындардың күші жойылады')
})

test('where all is gone nothing is asked', async () => {
  await show({ ...VACANCY, places: PLACES.slice(4) })
  await screen.findByText(/Күшін жоюға болатын орын қалмады/)
  expect(screen.queryByRole('checkbox')).toBeNull()
})
