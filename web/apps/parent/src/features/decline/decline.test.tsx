import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { leavingQueueTexts } from '../../shared/leaving/texts'
import DeclinePage from './DeclinePage'
import { declineTexts } from './texts'

function show(may_decline: boolean) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const referral = { number: '1000000101', kindergarten: { name: { kk: '«Жұлдыз»' } } }
  const state = { code: 'referred', text: '' }
  const information = { application_id: 'a', number: '10.UO.2026.00001.1', child, state, turn: null, referral }
  return showPage({
    page: <DeclinePage />,
    path: '/decline/:id',
    address: '/decline/a',
    texts: [declineTexts, leavingQueueTexts, applicationTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/declining/acts': () => new Promise<object>(() => undefined),
      '/referrals/applications/a': { application_id: 'a', may_decline },
      '/applications/applications/a': { information, history: [], documents: [], twins: [] },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('that declining costs the place in the queue is said before the signature', async () => {
  await show(true)
  await screen.findByText(/Алихан кезектен алынады/)
  screen.getByText('№ 1000000101 жолдама бірден жарамсыз болады.')
  screen.getByText(/«Жұлдыз»/)
  screen.getByRole('heading', { name: 'Қол қою' })
})

test('where nothing may be declined nothing is signed', async () => {
  await show(false)
  await screen.findByText('Қазір бас тартатын орын жоқ.')
  expect(screen.queryByRole('heading', { name: 'Қол қою' })).toBeNull()
})
