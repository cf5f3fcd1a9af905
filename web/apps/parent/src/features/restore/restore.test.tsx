import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { leavingQueueTexts } from '../../shared/leaving/texts'
import RestorePage from './RestorePage'
import { restoreTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'

function show(code: string) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const regime = { then_inactive: false, inactive_until: code === 'inactive' ? FAR : null, restored: false }
  const rest = { number: '10.UO.2026.00001.1', turn: null, referral: null, stop_listed_until: null, ...regime }
  const information = { application_id: 'a', child, state: { code, text: '' }, ...rest }
  return showPage({
    page: <RestorePage />,
    path: '/restore/:id',
    address: '/restore/a',
    texts: [restoreTexts, leavingQueueTexts, applicationTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/restoration/acts': () => new Promise<object>(() => undefined),
      '/applications/applications/a': { information, history: [], documents: [], twins: [] },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('until when it may be restored, and that it is once, is said before the signature', async () => {
  await show('inactive')
  await screen.findByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  screen.getByText('Өтініш бір рет қана қалпына келтіріледі.')
  screen.getByText(/бұрынғы уақыты бойынша кезекке қайта тұрады/)
  screen.getByRole('heading', { name: 'Қол қою' })
})

test('what is not inactive is not restored', async () => {
  await show('removed')
  await screen.findByText('Бұл өтінішті қалпына келтірудің қажеті жоқ.')
  expect(screen.queryByRole('heading', { name: 'Қол қою' })).toBeNull()
})
