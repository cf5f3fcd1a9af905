import { fieldTexts } from '@kezek/i18n'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import FindPage from './FindPage'
import { findTexts } from './texts'

afterEach(cleanup)

test('the number of an admission application leads to the application it belongs to', async () => {
  const asked: unknown[] = []
  const found = {
    application_id: 'a',
    application_number: '10.UO.2026.00001.1',
    number: '110.2026.7',
    state: 'submitted',
    child_name: 'Үлгіев Алихан',
    child_birth_date: '2022-03-08',
    transfer: true,
  }
  await showPage({
    page: <FindPage />,
    path: '/find',
    address: '/find',
    texts: [findTexts, officerSharedTexts, fieldTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1110' }] },
      '/kindergartens/districts': { items: [] },
      '/referrals/desk/admissions/search': async (request) => {
        asked.push(await request.json())
        return { items: [found] }
      },
    },
  })
  fireEvent.change(await screen.findByLabelText('Өтініш нөмірі'), { target: { value: '№ 110/2026/7' } })
  fireEvent.click(screen.getByRole('button', { name: 'Іздеу' }))
  const link = await screen.findByRole('link', { name: /10\.UO\.2026\.00001\.1/ })
  expect(link.getAttribute('href')).toBe('/desk/a')
  screen.getByText(/№ 110\.2026\.7 қабылдауға өтінім/)
  screen.getByText(/балабақша ауыстыру/)
  expect(asked).toEqual([{ number: '№ 110/2026/7' }])
})
