import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import SwapPage from './SwapPage'
import { swapTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const ID = 'application'

function garden(kindergarten_id: string, name: string) {
  return { kindergarten_id, id: kindergarten_id, name: { kk: name }, address: { kk: 'Үлгі көшесі, 7' } }
}

const OWN = garden('own', '«Жұлдыз»')
const OTHER = garden('other', '«Ақбота»')
const PROPOSED = {
  swap_id: 'swap',
  state: 'proposed',
  state_at: '2026-11-29T10:00:00+05:00',
  open: true,
  proposed_here: true,
  code: '0123456789',
  to: OTHER,
  expires_at: FAR,
  mine_approved: false,
  other_approved: false,
  reason: 'swap_proposed',
  reason_text: { kk: 'отбасы орын алмасуды ұсынды' },
  remark: '',
}

function show(swap: object | null, enrolled = true, answers: Answers = {}) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const enrolment = { enrolment_id: 'stay', application_id: ID, kindergarten: OWN, group_year: 2022, language: 'kk' }
  return showPage({
    page: <SwapPage />,
    path: '/swap/:id',
    address: `/swap/${ID}`,
    texts: [swapTexts, applicationTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/acts': refusal('swap_code_unknown', 404),
      '/me/enrolments': { items: enrolled ? [{ ...enrolment, kind: 'general', since: '2026-09-01', swap }] : [] },
      '/kindergartens/kindergartens': { items: [OWN, OTHER], total: 2 },
      ...answers,
      [`/applications/${ID}`]: { information: { application_id: ID, child, district: { code: '1110' } } },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('who proposes chooses another kindergarten than the child’s own', async () => {
  await show(null)
  fireEvent.click(await screen.findByRole('button', { name: 'Келесі' }))
  await screen.findAllByText('Не істейтініңізді таңдаңыз')
  fireEvent.click(screen.getByLabelText(/^Орын алмасуды ұсыну/))
  await screen.findByRole('option', { name: /«Ақбота»/ })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  expect((await screen.findAllByText('Балабақшаны таңдаңыз')).length).toBeGreaterThan(1)
  expect(screen.queryByRole('option', { name: /«Жұлдыз»/ })).toBeNull()
})

test('a district’s kindergartens that cannot be read are no empty district', async () => {
  await show(null, true, { '/kindergartens/kindergartens': refusal('unavailable', 503) })
  fireEvent.click(await screen.findByLabelText(/^Орын алмасуды ұсыну/))
  await screen.findByRole('button', { name: 'Қайталау' })
  expect(screen.queryByLabelText('Екінші баланың балабақшасы')).toBeNull()
})

test('a pasted code is taken with its spaces, and one that is none is explained', async () => {
  await show(null)
  fireEvent.click(await screen.findByLabelText(/^Код бойынша қосылу/))
  fireEvent.change(screen.getByLabelText('Екінші отбасы берген код'), { target: { value: '01234' } })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findAllByText('10 цифрдан тұратын кодты енгізіңіз')
  fireEvent.change(screen.getByLabelText('Екінші отбасы берген код'), { target: { value: '01234 56789' } })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByText(/Мұндай код жоқ немесе ол пайдаланылған/)
})

test('who has proposed finds the code to give, until when, and the way to cancel', async () => {
  await show(PROPOSED)
  await screen.findByText('01234 56789')
  screen.getByText('Екінші отбасы күтілуде')
  screen.getByText(/3 желтоқсан/)
  screen.getByRole('button', { name: 'Бас тарту' })
  expect(screen.queryByText('Не істейсіз')).toBeNull()
})

test('once both have signed there is no code, and it is said who is awaited', async () => {
  await show({ ...PROPOSED, state: 'approved', code: null, mine_approved: true })
  await screen.findByText('Екінші шешім күтілуде')
  expect(screen.queryByText('01234 56789')).toBeNull()
  screen.getByText(/Қазір ештеңе істеудің қажеті жоқ/)
})

test('what a kindergarten declined tells why, and a new swap may begin', async () => {
  const over = { ...PROPOSED, state: 'declined', open: false, code: null, remark: 'Топ толық.' }
  await show({ ...over, reason_text: { kk: 'балабақша орын алмасуға келіспеді' } })
  await screen.findByText(/Топ толық\./)
  screen.getByText(/Алихан өз балабақшасында қалады/)
  screen.getByRole('heading', { name: 'Не істейсіз' })
})

test('a child that is in no kindergarten has nothing to swap', async () => {
  await show(null, false)
  await screen.findByText('Бұл бала қазір балабақшада тұрған жоқ.')
})
