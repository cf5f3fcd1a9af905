import { formTexts } from '@kezek/application-form'
import { type Answers, ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { wishesTexts } from './texts'
import WishesPage from './WishesPage'

const ID = '00000000-0000-4000-8000-000000000000'

function show(more: object = {}, answers: Answers = {}) {
  const state = { code: 'queued', text: '', since: '2026-11-29T07:00:00Z' }
  const information = { application_id: ID, state, languages: ['kk'], twins: false, separate_places: false, ...more }
  return showPage({
    page: <WishesPage />,
    path: '/wishes/:id',
    address: `/wishes/${ID}`,
    texts: [wishesTexts, applicationTexts, formTexts],
    answers: { '/auth/me': ME, ...answers, [`/applications/${ID}`]: { information, history: [], documents: [] } },
  })
}

afterEach(cleanup)

test('languages are sent in the order of wish, each once', async () => {
  const sent = vi.fn()
  await show({}, { '/wishes': async (request: Request) => (sent(await request.json()), {}) })
  fireEvent.change(await screen.findByLabelText('1-қалауыңыз'), { target: { value: 'ru' } })
  fireEvent.change(screen.getByLabelText(/^2-қалауыңыз/), { target: { value: 'en' } })
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  await screen.findByText('Өзгеріс сақталды.')
  expect(sent).toHaveBeenCalledWith({ languages: ['ru', 'en'], separate_places: false })
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('without a language nothing is sent', async () => {
  await show()
  fireEvent.change(await screen.findByLabelText('1-қалауыңыз'), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  expect(screen.getAllByText('Кемінде бір оқыту тілін таңдаңыз')).toHaveLength(2)
})

test('parents of twins have the switch, and it is said from when on it counts', async () => {
  await show({ twins: true })
  await screen.findByRole('checkbox', { name: 'Егіздер бөлек балабақшада болуы мүмкін' })
  screen.getByText(/келесі шақырудан бастап/)
})

test('what is over is changed no more', async () => {
  await show({ state: { code: 'withdrawn', text: '', since: '2026-11-29T07:00:00Z' } })
  await screen.findByText('Өтініш аяқталған: енді өзгертуге болмайды.')
})
