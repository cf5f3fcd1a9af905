import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import AddKindergartenPage from './AddKindergartenPage'
import { addKindergartenTexts } from './texts'

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: AddKindergartenPage,
    address: '/kindergartens/add',
    texts: [addKindergartenTexts, kindergartenTexts],
    answers,
  })

async function fillIn() {
  await screen.findByRole('option', { name: 'Үлгі ауданы' })
  fireEvent.change(screen.getByLabelText('Аудан немесе қала'), { target: { value: '1116' } })
  fireEvent.click(screen.getByRole('radio', { name: 'мемлекеттік (МББ)' }))
  for (const name of ['Атауы', 'Мекенжайы'])
    for (const language of ['қазақша', 'орысша', 'ағылшынша'])
      fireEvent.change(screen.getByLabelText(`${name}, ${language}`), { target: { value: 'Үлгі' } })
  fireEvent.change(screen.getByLabelText('Телефоны'), { target: { value: '+7 716 212 34 56' } })
  fireEvent.click(screen.getByRole('button', { name: 'Қосу' }))
}

afterEach(cleanup)

test('an empty form says what is missing, each leading to its field', async () => {
  await show({})
  fireEvent.click(await screen.findByRole('button', { name: 'Қосу' }))
  screen.getByRole('link', { name: 'Ауданды таңдаңыз' })
  screen.getByRole('link', { name: 'Түрін таңдаңыз' })
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

test('a kindergarten that was added is opened', async () => {
  const place = await show({ 'POST /kindergartens/kindergartens': { id: 'garden' } })
  await fillIn()
  await expect.poll(() => place.history.at(-1)).toBe('/kindergartens/garden')
})

test('one that is there already is told at its name', async () => {
  await show({ 'POST /kindergartens/kindergartens': refusal('kindergarten_exists', 409) })
  await fillIn()
  await screen.findByText('Мұндай балабақша бар.')
  expect(screen.getByLabelText('Атауы, қазақша').getAttribute('aria-invalid')).toBe('true')
})
