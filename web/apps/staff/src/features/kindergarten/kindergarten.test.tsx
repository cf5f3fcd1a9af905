import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { IIN, seenByAdministrator } from '../../shared/admin/testing'
import KindergartenPage from './KindergartenPage'
import { changeTexts } from './texts'

const WORDS = { kk: '«Үлгі»', ru: '«Улги»', en: 'Ulgi' }
const GARDEN = {
  id: 'garden',
  name: WORDS,
  address: WORDS,
  district: '1116',
  ownership: 'state',
  phone: '77162123456',
  website: null,
  location: null,
  bin: null,
}

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: KindergartenPage,
    path: '/kindergartens/:id',
    address: '/kindergartens/garden',
    texts: [changeTexts, kindergartenTexts],
    answers: { '/kindergartens/garden': GARDEN, ...answers },
  })

async function dismiss() {
  fireEvent.click(await screen.findByRole('button', { name: 'Жұмыстан шығару: 800101 300016' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Жұмыстан шығару' }))
}

afterEach(cleanup)

test('that nobody works there is said, with what to do', async () => {
  await show({ '/workers': { items: [] } })
  await screen.findByText('Әзірге ешкім жұмыс істемейді.')
  screen.getByRole('heading', { name: '«Үлгі»' })
})

test('once somebody is dismissed, the focus is where that is said', async () => {
  let items = [{ iin: IIN }]
  await show({ '/workers': () => ({ items }), '/dismissals': () => ({ items: (items = []) }) })
  await dismiss()
  const said = await screen.findByText('Жұмыстан шығарылды.')
  await screen.findByText('Әзірге ешкім жұмыс істемейді.')
  expect(document.activeElement).toBe(said)
})

test('a dismissal that is refused is told, and has the focus', async () => {
  await show({ '/workers': { items: [{ iin: IIN }] }, '/dismissals': refusal('worker_not_found', 404) })
  await dismiss()
  expect(await screen.findByRole('alert')).toBe(document.activeElement)
})

test('where it stands is entered as maps give it, and nonsense is told', async () => {
  const sent: unknown[] = []
  await show({
    '/workers': { items: [] },
    '/location': async (request) => {
      sent.push(await request.json())
      return GARDEN
    },
  })
  const field = await screen.findByLabelText('Координаттары')
  fireEvent.change(field, { target: { value: 'Көкшетау' } })
  const save = () => {
    for (const button of screen.getAllByRole('button', { name: 'Сақтау' }).slice(0, 1)) fireEvent.click(button)
  }
  save()
  await screen.findAllByText(/Қазақстандағы орынды ендік пен бойлықпен жазыңыз/)
  fireEvent.change(field, { target: { value: '53.2833, 69.396' } })
  save()
  await screen.findByText('Сақталды.')
  expect(sent).toEqual([{ location: { latitude: 53.2833, longitude: 69.396 } }])
})

test('the BIN is entered as people paste it, a wrong one is told, and an empty one takes it away', async () => {
  const sent: unknown[] = []
  await show({
    '/workers': { items: [] },
    '/bin': async (request) => {
      sent.push(await request.json())
      return GARDEN
    },
  })
  const field = await screen.findByLabelText('БСН')
  const enter = (value: string) => {
    fireEvent.change(field, { target: { value } })
    fireEvent.submit(field.closest('form') ?? field)
  }
  enter('990940 000007')
  await screen.findAllByText('БСН 12 цифрдан тұрады. Цифрларды тексеріңіз')
  enter('990940 000006')
  await screen.findByText('Сақталды.')
  enter('')
  await waitFor(() => expect(sent).toEqual([{ bin: '990940000006' }, { bin: null }]))
})

test('a kindergarten that is not there is told', async () => {
  await show({ '/kindergartens/garden': refusal('kindergarten_not_found', 404) })
  await screen.findByRole('alert')
})
