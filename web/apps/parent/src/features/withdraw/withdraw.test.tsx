import { signingTexts } from '@kezek/signing'
import { type Answers, ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { leavingQueueTexts } from '../../shared/leaving/texts'
import { withdrawTexts } from './texts'
import WithdrawPage from './WithdrawPage'

const FAR = '2099-12-04T00:00:00+05:00'
const ID = '00000000-0000-4000-8000-000000000000'
const GARDEN = { name: { kk: '«Жұлдыз»' }, address: { kk: 'Үлгі көшесі, 7' } }

function show(code: string, more: object = {}, answers: Answers = {}) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const rest = { number: '10.UO.2026.00001.1', turn: null, referral: null, stop_listed_until: null, ...more }
  const information = { application_id: ID, child, state: { code, text: '', since: FAR }, ...rest }
  return showPage({
    page: <WithdrawPage />,
    path: '/withdraw/:id',
    address: `/withdraw/${ID}`,
    texts: [withdrawTexts, leavingQueueTexts, applicationTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/withdrawal/acts': { code: 'unavailable', status: 503, params: {} },
      ...answers,
      [`/applications/${ID}`]: { information, history: [], documents: [] },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('who waits is told that position and time are lost, and how to keep them', async () => {
  await show('queued')
  await screen.findByText(/Алихан кезектен шығады/)
  screen.getByText(/жаңа уақытпен кезектің соңына/)
  screen.getByText(/берілген уақыт сақталуы мүмкін/)
  expect(screen.queryByText(/Ұсынылған орын/)).toBeNull()
})

test('who takes a transfer back reads that the child stays where it is, unless it has left', async () => {
  await show('queued', { transfer: { lasts: true } })
  await screen.findByText(/Бала қазіргі балабақшасында қалады/)
  expect(screen.queryByText(/қайтадан өтініш беруге/)).toBeNull()
  cleanup()
  await show('queued', { transfer: { lasts: false } })
  await screen.findByText(/қайтадан өтініш беруге болады/)
})

test('who is called is told that the offered place goes on, without a miss', async () => {
  await show('notified', { turn: { kindergarten: GARDEN, deadline_at: FAR } })
  await screen.findByText('Ұсынылған орын сізге енді сақталмайды, оны басқа бала алады: «Жұлдыз».')
  screen.getByText('Бұл өткізіп алған мерзім болып саналмайды.')
})

test('a valid referral is named as void, one that ran out is not', async () => {
  await show('referred', { referral: { number: '1000000101', status: 'valid', kindergarten: GARDEN } })
  await screen.findByText(/№ 1000000101 жолдама бірден жарамсыз болады/)
  cleanup()
  await show('stop_listed', { referral: { number: '1000000101', status: 'expired', kindergarten: GARDEN } })
  await screen.findByText('Стоп-тізімнің мерзімі де тоқтайды.')
  expect(screen.queryByText(/1000000101/)).toBeNull()
})

test.each([
  ['enrolled', /балабақшаға қабылданған/],
  ['withdrawn', /Өтініш аяқталған, мәртебесі: Өтініш қайтарып алынды/],
  ['removed', /Кезектен алынды\./],
])('what is over is not signed for: %s', async (code, said) => {
  await show(code)
  await screen.findByText(said)
  expect(screen.queryByRole('heading', { name: 'Қол қою' })).toBeNull()
})
