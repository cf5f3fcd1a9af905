import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { logTexts } from '../../shared/logs/texts'
import ReadingsPage from './ReadingsPage'
import { readingsTexts } from './texts'

const READING = {
  id: '1',
  read_at: '2026-11-29T07:01:00Z',
  what: 'referrals:search',
  why: 'search',
  role: 'worker',
  organisation: { kk: '«Үлгі»' },
  reader_id: '00000000-0000-0000-0000-000000000001',
  person_id: '00000000-0000-0000-0000-000000000002',
  application_id: null,
}

const show = (answers: Answers, address = '/logs') =>
  seenByAdministrator({ Page: ReadingsPage, path: '/logs', address, texts: [readingsTexts, logTexts], answers })

afterEach(cleanup)

test('who opened whose data, what and why', async () => {
  await show({ '/auth/readings': { items: [READING], next: null } })
  await screen.findByRole('heading', { name: 'Жолдама мен баланың карточкасы' })
  screen.getByText(/балабақша қызметкері, «Үлгі»/)
  screen.getByText('Себебі: ЖСН немесе нөмір бойынша іздеу')
})

test('of one person alone, as the address says', async () => {
  const asked: string[] = []
  const answer = ({ url }: Request) => {
    asked.push(new URL(url).search)
    return { items: [], next: null }
  }
  await show({ '/auth/readings': answer }, `/logs?person=${READING.person_id}`)
  await screen.findByText('Мұндай жазба жоқ.')
  expect(asked).toEqual([`?person_id=${READING.person_id}`])
})

test('a refusal is told, and the conditions stay', async () => {
  await show({ '/auth/readings': refusal('permission_missing') })
  await screen.findByRole('alert')
  screen.getByLabelText('Қай күннен')
})
