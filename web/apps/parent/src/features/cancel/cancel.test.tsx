import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { leavingQueueTexts } from '../../shared/leaving/texts'
import CancelPage from './CancelPage'
import { cancelTexts } from './texts'

const FAR = '2099-12-04T10:00:00+05:00'

function show(until: string | null) {
  const referral = { referral_id: 'r', number: '1000000101', kindergarten_id: 'garden' }
  return showPage({
    page: <CancelPage />,
    path: '/cancel/:id',
    address: '/cancel/a',
    texts: [cancelTexts, leavingQueueTexts, applicationTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/kindergartens/garden': { name: { kk: '«Жұлдыз»' } },
      '/cancellation/acts': () => new Promise<object>(() => undefined),
      '/referrals/applications/a': { application_id: 'a', referral, cancel_before: until },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('until when it may be cancelled, and what follows, is said before the signature', async () => {
  await show(FAR)
  await screen.findByText('4 желтоқсан, жұма, сағат 10:00-ға дейін')
  screen.getByText('1000000101')
  screen.getByText(/стоп-тізім болмайды/)
  screen.getByText(/бұл орынға|осы орынға бала қайта шақырылмайды/)
  screen.getByRole('heading', { name: 'Қол қою' })
})

test('when it is too late, nothing is signed', async () => {
  await show(null)
  await screen.findByText('Бұл жолдаманы енді жоюға болмайды.')
  expect(screen.queryByRole('heading', { name: 'Қол қою' })).toBeNull()
})
