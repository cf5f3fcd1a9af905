import type { AuthHealthView } from '@kezek/api'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { serviceTexts } from '../../shared/services/texts'
import HealthPage from './HealthPage'
import { healthTexts } from './texts'

const WELL: AuthHealthView = {
  service: 'queue',
  as_of: '2026-11-29T07:02:00Z',
  health: 'working',
  since: '2026-11-29T07:01:00Z',
  workers: 1,
  lag: 0,
  lag_since: null,
  outbox: 0,
  outbox_since: null,
  jobs: 0,
  late_jobs: 0,
  late_acts: 0,
  late_deadlines: 0,
  parked: 0,
}

const show = (answers: Answers) =>
  seenByAdministrator({ Page: HealthPage, address: '/system', texts: [healthTexts, serviceTexts], answers })

afterEach(cleanup)

test('that all is well is said', async () => {
  await show({ '/operations/health': WELL })
  await screen.findByText('Барлық бөлік жұмыс істеп тұр.')
})

test('what is late and what was parked is told, with the way to it', async () => {
  await show({ '/queue/operations/health': { ...WELL, health: 'behind', parked: 3, late_acts: 2 }, '/health': WELL })
  await screen.findByText('1 бөлікке назар аударыңыз.')
  const queue = within(screen.getByRole('region', { name: 'Кезек' }))
  queue.getByText('Кешігіп тұр')
  queue.getByText('Кешіккен қолтаңбалар')
  expect(queue.getByRole('link', { name: '3: қарау' }).getAttribute('href')).toBe('/system/parked')
})

test('an API of the release before, which does not say since when events wait, is shown as well', async () => {
  await show({ '/operations/health': { ...WELL, lag: 3, lag_since: undefined } })
  await screen.findByText('Барлық бөлік жұмыс істеп тұр.')
  expect(within(screen.getByRole('region', { name: 'Кезек' })).getByText('3')).not.toBeNull()
})

test('a part that refuses does not answer; the others are shown', async () => {
  await show({ '/queue/operations/health': refusal('permission_missing'), '/operations/health': WELL })
  await screen.findByText('1 бөлікке назар аударыңыз.')
  within(screen.getByRole('region', { name: 'Кезек' })).getByText('Жауап бермейді')
  expect(screen.getAllByText('Жұмыс істеп тұр')).toHaveLength(6)
})
