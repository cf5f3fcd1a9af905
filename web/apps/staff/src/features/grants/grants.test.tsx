import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { IIN, seenByAdministrator } from '../../shared/admin/testing'
import GrantsPage from './GrantsPage'
import { grantsTexts } from './texts'

const given = { district: null, granted_at: '2026-11-29T07:01:00Z' }
const OWN = { ...given, grant_id: '1', name: 'Үлгіев Алихан', iin: IIN, role: 'administrator' }
const OTHER = {
  ...given,
  grant_id: '2',
  name: 'Үлгіева Ақбота',
  iin: '810101400014',
  role: 'officer',
  district: '1116',
}

const show = (answers: Answers) =>
  seenByAdministrator({ Page: GrantsPage, address: '/grants', texts: [grantsTexts], answers })

async function end() {
  fireEvent.click(await screen.findByRole('button', { name: 'Құқығын тоқтату: Үлгіева Ақбота' }))
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Тоқтату' }))
}

afterEach(cleanup)

test('that nobody has any is said', async () => {
  await show({ '/auth/grants': { items: [], next: null } })
  await screen.findByText('Әзірге ешкім жоқ.')
})

test('once a grant is ended, the focus is where that is said; the own one cannot be ended', async () => {
  let items = [OWN, OTHER]
  await show({ '/auth/grants': () => ({ items, next: null }), 'DELETE /auth/grants/2': () => (items = [OWN]) })
  await end()
  const said = await screen.findByText('Құқық тоқтатылды.')
  await expect.poll(() => screen.queryByRole('button', { name: /Құқығын тоқтату/ })).toBeNull()
  expect(document.activeElement).toBe(said)
  screen.getByText('бұл – сіз')
})

test('an end that is refused is told, and has the focus', async () => {
  const answers = { '/auth/grants': { items: [OTHER], next: null }, '/grants/2': refusal('grant_not_found', 404) }
  await show(answers)
  await end()
  expect(await screen.findByRole('alert')).toBe(document.activeElement)
})

test('a grant that is there already is told at the IIN', async () => {
  await show({ 'GET /auth/grants': { items: [], next: null }, 'POST /auth/grants': refusal('grant_exists', 409) })
  await screen.findByRole('option', { name: 'Үлгі ауданы' })
  fireEvent.change(screen.getByLabelText('ЖСН'), { target: { value: '810101 400014' } })
  fireEvent.change(screen.getByLabelText('Аудан немесе қала'), { target: { value: '1116' } })
  fireEvent.click(screen.getByRole('button', { name: 'Құқық беру' }))
  await screen.findByText('Бұл адамда мұндай құқық бар.')
  expect(screen.getByLabelText('ЖСН').getAttribute('aria-invalid')).toBe('true')
})

test('a list that is refused is told', async () => {
  await show({ '/auth/grants': refusal('permission_missing') })
  await screen.findByRole('alert')
})
