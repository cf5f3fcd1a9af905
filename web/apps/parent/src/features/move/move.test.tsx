import { signingTexts } from '@kezek/signing'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { leavingQueueTexts } from '../../shared/leaving/texts'
import MovePage from './MovePage'
import { moveTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const ID = '00000000-0000-4000-8000-000000000000'
const DISTRICTS = [
  { code: '1134', name: { kk: 'Аршалы ауданы' } },
  { code: '1116', name: { kk: 'Қосшы қаласы' } },
]

const TWIN = {
  application_id: 'twin',
  number: '34.UO.2026.00001.2',
  child: { iin: '2', surname: 'Үлгіева', given_name: 'Әлия', patronymic: null },
}

function show(code: string, more: object = {}, answers: Answers = {}, twins: object[] = []) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const rest = { number: '34.UO.2026.00001.1', turn: null, referral: null, stop_listed_until: null, misses: 0, ...more }
  const information = {
    application_id: ID,
    child,
    district: DISTRICTS[0],
    state: { code, text: '', since: FAR },
    ...rest,
  }
  return showPage({
    page: <MovePage />,
    path: '/move/:id',
    address: `/move/${ID}`,
    texts: [moveTexts, leavingQueueTexts, applicationTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/kindergartens/districts': { items: DISTRICTS },
      '/move/acts': { code: 'unavailable', status: 503, params: {} },
      '/move-checks': { check: 'token', district: '1116', twins: [], expires_at: FAR },
      ...answers,
      [`/applications/${ID}`]: { information, history: [], documents: [], claims: [], twins },
    },
  })
}

async function choose(district: string) {
  await screen.findByRole('option', { name: 'Қосшы қаласы' })
  fireEvent.change(screen.getByLabelText('Жаңа аудан немесе қала'), { target: { value: district } })
  fireEvent.click(screen.getByRole('button', { name: 'Тексеру' }))
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('the own district is not chosen', async () => {
  await show('queued')
  await choose('1134')
  expect(screen.getAllByText('Ауданды таңдаңыз')).toHaveLength(2)
})

test('once checked, what goes along is said before it is signed', async () => {
  await show('stop_listed', { misses: 2, stop_listed_until: FAR })
  await choose('1116')
  await screen.findByText(/«Аршалы ауданы» кезегінен шығып, «Қосшы қаласы» кезегіне тұрады/)
  screen.getByText('Пайдаланылмай өткен жолдамалар саны (2) сақталады.')
  screen.getByText(/Стоп-тізімнің мерзімі сол күйі жүреді: 3 желтоқсан/)
  screen.getByRole('heading', { name: 'Қол қою' })
})

test('twins move together unless the tick is taken away', async () => {
  const state = { code: 'queued', text: '', since: FAR }
  const check = { check: 'token', district: '1116', twins: ['twin'], expires_at: FAR }
  await show('queued', {}, { '/move-checks': check }, [{ ...TWIN, state }])
  expect(await screen.findByRole('checkbox', { name: /Үлгіева Әлия/ })).toHaveProperty('checked', true)
  await choose('1116')
  await screen.findByText(/^Әлия «Аршалы ауданы» кезегінен шығып/)
  screen.getByText('Егіздер жаңа кезекте де байланысты болады және бірге тұрады.')
})

test('a twin that may not move now is not asked about, and that it stays is said', async () => {
  const [waits, referred] = ['queued', 'referred'].map((code) => ({ code, text: '', since: FAR }))
  await show('queued', {}, {}, [{ ...TWIN, state: referred }])
  await screen.findByRole('button', { name: 'Тексеру' })
  expect(screen.queryByRole('checkbox')).toBeNull()
  cleanup()
  await show('queued', {}, {}, [{ ...TWIN, state: waits }])
  fireEvent.click(await screen.findByRole('checkbox'))
  await choose('1116')
  await screen.findByText(/^Қалған егіз бұрынғы ауданда/)
})

test('who is not registered there is told so, and nothing is signed', async () => {
  const params = { district: '1134' }
  await show('queued', {}, { '/move-checks': refusal('registered_elsewhere', 409, params) })
  await choose('1116')
  await screen.findByText(/басқа ауданда тіркелген/)
  expect(screen.queryByRole('heading', { name: 'Қол қою' })).toBeNull()
})

test('with a referral nobody moves', async () => {
  await show('referred')
  await screen.findByText(/Мәртебесі: Жолдама берілді/)
  expect(screen.queryByLabelText('Жаңа аудан немесе қала')).toBeNull()
})
