import { type Answers, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { triesTexts } from '../../shared/tries/texts'
import PlaceCheckPage from './PlaceCheckPage'
import { placeCheckTexts } from './texts'

afterEach(cleanup)

const check = async (answers: Answers) => {
  await showPage({
    page: <PlaceCheckPage />,
    path: '/place',
    address: '/place',
    texts: [placeCheckTexts, triesTexts],
    answers,
  })
  fireEvent.change(screen.getByLabelText('Өтініш нөмірі'), { target: { value: '16.УО.2026.1.1' } })
  fireEvent.click(screen.getByRole('button', { name: 'Тексеру' }))
}

test.each([
  [12, 'Кезектегі орны: 12'],
  [null, 'Бұл нөмір қазір кезекте тұрған жоқ'],
])('of a place that is %s this is said, and there the focus is', async (position, said) => {
  await check({ 'POST /place-checks': { position, as_of: '2026-11-29T08:00:00Z' } })
  const title = await screen.findByText(said)
  expect(title.parentElement).toBe(document.activeElement)
})

test('who asks too often is told', async () => {
  await check({ 'POST /place-checks': refusal('too_many_requests', 429) })
  await screen.findByRole('alert')
})
