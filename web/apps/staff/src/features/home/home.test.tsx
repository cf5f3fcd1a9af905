import { kindergartenTexts } from '@kezek/i18n'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { sectionTexts } from '../../shared/sections/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import HomePage from './HomePage'
import { homeTexts } from './texts'

const GARDENS = ['1', '2'].map((id) => ({ id, name: { kk: `«Үлгі ${id}»` }, address: { kk: '' }, ownership: 'state' }))
const UNDECIDED = { ...ME, method: 'eds', must_choose_workplace: true, works_at: null }

afterEach(cleanup)

test('once the kindergarten is chosen, one reads on from the heading', async () => {
  let me: object = UNDECIDED
  await showPage({
    page: <HomePage />,
    path: '/',
    address: '/',
    texts: [homeTexts, sectionTexts, workplaceTexts, kindergartenTexts],
    answers: {
      '/me/workplace': () => (me = { ...UNDECIDED, must_choose_workplace: false, works_at: '2', roles: ['worker'] }),
      '/auth/me': () => me,
      '/me/kindergartens': { items: GARDENS },
    },
  })
  const take = await screen.findByRole('button', { name: 'Таңдау: «Үлгі 2»' })
  take.focus()
  fireEvent.click(take)
  await expect.poll(() => screen.queryByRole('button', { name: 'Таңдау: «Үлгі 2»' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})
