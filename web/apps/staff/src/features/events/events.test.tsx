import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { logTexts } from '../../shared/logs/texts'
import EventsPage from './EventsPage'
import { eventsTexts } from './texts'

const EVENT = { id: '1', happened_at: '2026-11-29T07:01:00Z', person_id: null, code: null, details: {} }

const show = (answers: Answers) =>
  seenByAdministrator({ Page: EventsPage, address: '/logs/events', texts: [eventsTexts, logTexts], answers })

afterEach(cleanup)

test('what happened in words, and a kind without words by its code', async () => {
  const refused = { ...EVENT, kind: 'sign_in_refused', code: 'code_wrong' }
  const later = { ...EVENT, id: '2', kind: 'of_a_later_release' }
  await show({ '/auth/security-events': { items: [refused, later], next: null } })
  await screen.findByRole('heading', { name: 'Кіруге рұқсат берілмеді' })
  screen.getByText('Себебі: code_wrong')
  screen.getByRole('heading', { name: 'of_a_later_release' })
})

test('that there is nothing is said', async () => {
  await show({ '/auth/security-events': { items: [], next: null } })
  await screen.findByText('Мұндай жазба жоқ.')
})

test('a refusal is told, and the conditions stay', async () => {
  await show({ '/auth/security-events': refusal('permission_missing') })
  await screen.findByRole('alert')
  expect(screen.getByLabelText('Оқиға түрі')).toBeTruthy()
})
