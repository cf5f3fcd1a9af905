import { ME, refusal, showPage } from '@kezek/ui/testing'
import { kindergartenTexts } from '@kezek/i18n'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import EnrolledChildPage from './EnrolledChildPage'
import { childTexts } from './texts'

const named = (kk: string) => ({ kk, ru: '', en: '' })
const GARDEN = { id: 'k', district: '1110', name: named('«Үлгі»'), address: named(''), ownership: 'state' }
const GROUP = { group_year: 2022, language: 'kk', kind: 'general' }
const CHILD = {
  ...GROUP,
  enrolment_id: 'e',
  application_id: 'a',
  iin: '200101500013',
  surname: 'Үлгіев',
  given_name: 'Алихан',
  patronymic: null,
  birth_date: '2022-01-01',
  application_number: '10.UO.2026.00001.1',
  referral_number: '1000000101',
  accepted_at: '2026-09-01T05:00:00Z',
  ended_on: null as string | null,
  ended_by: null as string | null,
  reason_name: null as object | null,
}
const STAY = {
  ...GROUP,
  enrolment_id: 'e',
  kindergarten_name: named('«Үлгі»'),
  since: '2026-09-01',
  begun_by: 'swapped',
  ended_on: null,
  ended_by: null,
  reason_name: null,
  remark: '',
}
const BEFORE = {
  ...STAY,
  enrolment_id: 'before',
  kindergarten_name: named('«Жұлдыз»'),
  since: '2025-09-01',
  begun_by: 'accepted',
  ended_on: '2026-09-01',
  ended_by: 'departed',
  reason_name: named('көшіп кетті'),
  remark: 'Басқа ауданға',
}

function show(answer: object) {
  return showPage({
    page: <EnrolledChildPage />,
    path: '/roster/:id',
    address: '/roster/e',
    texts: [childTexts, rosterSharedTexts, workplaceTexts, kindergartenTexts],
    answers: {
      '/auth/me': { ...ME, method: 'eds', roles: ['worker'], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/roster/e': answer,
      '/applications/a/documents': { items: [{ id: 'note', kind: 'departure', about: 'a' }] },
    },
  })
}

afterEach(cleanup)

test('of a child that is here one reads who it is, where it has been, and how it came', async () => {
  await show({ child: CHILD, stays: [STAY, BEFORE] })
  await screen.findByText('Балабақшада')
  screen.getByText('10.UO.2026.00001.1')
  screen.getByText('1000000101')
  expect(screen.getByRole('link', { name: 'Кетті' }).getAttribute('href')).toBe('/roster/e/departure')
  expect(screen.getAllByText('«Жұлдыз»').length).toBeGreaterThan(0)
  screen.getByText('басқа балабақшадан орын алмасып келді')
  screen.getByText('жолдама бойынша қабылданды')
  screen.getByText('кетті: көшіп кетті: Басқа ауданға')
})

test('a child that has left is said to have left, when and why, and does not leave again', async () => {
  const left = { ended_on: '2026-11-02', ended_by: 'departed', reason_name: named('көшіп кетті') }
  await show({ child: { ...CHILD, ...left }, stays: [BEFORE] })
  await screen.findByText('көшіп кетті')
  screen.getByText('02.11.2026')
  const note = await screen.findByRole('link', { name: 'Шығу туралы анықтаманы қарау (PDF)' })
  expect(note.getAttribute('href')).toBe('/api/documents/documents/note')
  expect(screen.queryByRole('link', { name: 'Кетті' })).toBeNull()
  expect(screen.queryByText('Балабақшада')).toBeNull()
})

test('a child of another kindergarten is not found', async () => {
  await show(refusal('enrolment_not_found', 404))
  await screen.findByRole('alert')
  expect(screen.queryByText('Үлгіев Алихан')).toBeNull()
})
