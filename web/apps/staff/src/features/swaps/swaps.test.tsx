import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { workplaceTexts } from '../../shared/workplace/texts'
import SwapPage from './SwapPage'
import { swapsTexts } from './texts'

const GARDEN = { id: 'own', name: { kk: '«Жұлдыз»' }, address: { kk: 'Үлгі көшесі, 7' } }

function child(given_name: string, approved_at: string | null = null) {
  const named = { surname: 'Үлгіев', given_name, patronymic: null, iin: '991399000009', birth_date: '2022-03-08' }
  return { ...named, application_number: '10.UO.2026.00001.1', kindergarten: GARDEN, approved_at }
}

function show(swap: object) {
  const group = { group_year: 2022, language: 'kk', kind: 'general' }
  const item = { swap_id: 's', state: 'joined', expires_at: '2099-12-04T00:00:00+05:00', ...group, ...swap }
  return showPage({
    page: <SwapPage />,
    path: '/swaps/:id',
    address: '/swaps/s',
    texts: [swapsTexts, workplaceTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'worker'], works_at: 'own' },
      '/me/kindergartens': { items: [GARDEN] },
      '/swaps': { items: [item] },
      '/acts': refusal('unavailable', 503),
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('both children stand beside each other, and who declines says why', async () => {
  await show({ leaves: child('Ғани'), comes: child('Дана') })
  await screen.findByText('Үлгіев Ғани')
  screen.getByText('Үлгіев Дана')
  fireEvent.click(screen.getByLabelText(/^Келіспеу/))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findAllByText('Себебін жазыңыз')
})

test('who has approved may only decline', async () => {
  await show({ leaves: child('Ғани', '2026-11-29T10:00:00+05:00'), comes: child('Дана') })
  await screen.findByText(/Балабақшаңыз келісіп қойған/)
  expect(screen.queryByLabelText(/^Келісу/)).toBeNull()
  screen.getByLabelText(/^Келіспеу/)
})
