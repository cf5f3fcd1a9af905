import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import RequestPage from './RequestPage'
import { requestTexts } from './texts'

const WORDS = { kk: '«Сынақ»', ru: '«Сынак»', en: 'Synaq' }
const REQUEST = {
  id: 'request',
  number: '3000000101',
  name: WORDS,
  address: WORDS,
  phone: '77162123456',
  website: null,
  ownership: 'private',
  district: '1116',
  submitted_at: '2026-11-29T07:01:00Z',
  owner: { iin: '800101300016', phone: '77990000101', email: 'synaq@example.kz', language: 'kk' },
  like_kindergartens: [],
  like_requests: [],
  state: 'open',
  state_name: WORDS,
  decided_at: null,
  reason: null,
  kindergarten_id: null,
}
const REFUSED = {
  ...REQUEST,
  state: 'refused',
  decided_at: '2026-11-29T07:05:00Z',
  reason: { name: WORDS, remark: '' },
}

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: RequestPage,
    path: '/requests/:id',
    address: '/requests/request',
    texts: [requestTexts, kindergartenTexts],
    answers,
  })

afterEach(cleanup)

test('who asks, that nothing is alike, and a decision to make', async () => {
  await show({ '/account-requests/request': REQUEST })
  await screen.findByText('800101 300016')
  screen.getByText('Ұқсас балабақша да, ұқсас сұрау да табылмады.')
  fireEvent.click(screen.getByRole('button', { name: 'Мақұлдау' }))
  screen.getByRole('link', { name: 'Шешімді таңдаңыз' })
})

test('what may be the same is told with its signs, and can be joined', async () => {
  const kindergarten = { id: 'garden', name: WORDS, address: WORDS }
  const like = { kindergarten, alike: 0.87, signs: ['name', 'phone'] }
  await show({ '/account-requests/request': { ...REQUEST, like_kindergartens: [like] } })
  await screen.findByText('атауы 87 % ұқсас; телефоны бірдей')
  screen.getByRole('radio', { name: /адамды соған қосу/ })
})

test('once refused, the focus is where that is said', async () => {
  let state: object = REQUEST
  await show({ '/account-requests/request': () => state, '/refusal': () => (state = REFUSED) })
  fireEvent.click(await screen.findByRole('radio', { name: /^Қабылдамау/ }))
  fireEvent.click(screen.getByRole('radio', { name: 'сұрау бұрын берілген' }))
  fireEvent.click(screen.getByRole('button', { name: 'Қабылдамау' }))
  const said = await screen.findByText('Сұрау қабылданбады. Себебі сұрау жіберген адамға жіберіледі.')
  expect(document.activeElement).toBe(said)
})

test('a request decided before does not take the focus', async () => {
  await show({ '/account-requests/request': REFUSED })
  const said = await screen.findByText(/^Сұрау қабылданбады/)
  expect(document.activeElement).not.toBe(said)
})

test('a refusal of the service is told', async () => {
  await show({ '/account-requests/request': refusal('account_request_not_found', 404) })
  await screen.findByRole('alert')
})
