import { leavingTexts } from '@kezek/ui'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { triesTexts } from '../../shared/tries/texts'
import EscortsPage from './EscortsPage'
import { escortsTexts } from './texts'

function child(application_id: string, given_name: string) {
  return {
    ...{ application_id, enrolment_id: `e-${application_id}`, surname: 'Үлгіев', given_name },
    ...{ kindergarten: { id: 'k', name: { kk: '«Жұлдыз»' } } },
    ...{ most_escorts: 5, most_children_of_escort: 5, escort_from_years: 16 },
  }
}
const ESCORT = {
  ...{ escort_id: 's', iin: '991399000009', name: 'Серікова Әлия', phone: '77990001177', checked: true },
  ...{ application_ids: ['a'], signed_in_at: '2026-11-30T05:00:00Z' },
}

function show(items: object[], more: Parameters<typeof showPage>[0]['answers'] = {}) {
  return showPage({
    page: <EscortsPage />,
    path: '/escorts',
    address: '/escorts',
    texts: [escortsTexts, triesTexts, leavingTexts],
    answers: {
      ...more,
      '/auth/me': { ...ME, name: 'Үлгіева Әсем', iin: '991399000009', phone: null },
      'GET /me/escorts': { children: [child('a', 'Ғани'), child('b', 'Дана')], items },
    },
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a new escort is sent with the ticked children, and what is wrong stands at its field', async () => {
  const sent: unknown[] = []
  await show([], {
    'POST /me/escorts': async (request: Request) => {
      sent.push(await request.json())
      return sent.length === 1 ? refusal('escort_name_differs', 409) : ESCORT
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Еріп жүруші қосу' }))
  fireEvent.change(screen.getByLabelText('ЖСН'), { target: { value: '991399 000009' } })
  fireEvent.change(screen.getByLabelText('Тегі, аты, әкесінің аты'), { target: { value: 'Серікова Әлия' } })
  fireEvent.change(screen.getByLabelText('Телефон нөмірі'), { target: { value: '8 799 000 11 77' } })
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  expect(await screen.findAllByText('Кемінде бір баланы белгілеңіз')).not.toEqual([])
  expect(sent).toEqual([])
  fireEvent.click(screen.getByLabelText(/^Дана/))
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  expect(await screen.findAllByText(/^Бұл ЖСН басқа адамдікі/)).not.toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  await screen.findByText('Сақталды. Өзгеріс бірден күшіне енді.')
  const body = { iin: '991399000009', name: 'Серікова Әлия', phone: '77990001177', application_ids: ['b'] }
  expect(sent).toEqual([body, body])
})

test('the pencil opens the ticks as they are; removing asks first', async () => {
  const put = vi.fn(() => ESCORT)
  const gone = vi.fn(() => ({}))
  await show([ESCORT], { 'PUT /me/escorts/s': put, 'DELETE /me/escorts/s': gone })
  const card = (await screen.findByRole('heading', { name: 'Серікова Әлия' })).closest('section')
  expect(card?.textContent).toContain('кірген, алғаш рет 30 қараша, сағат 10:00')
  fireEvent.click(screen.getByRole('button', { name: 'Серікова Әлия: өзгерту' }))
  expect(screen.getByLabelText<HTMLInputElement>(/^Ғани/).checked).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>(/^Дана/).checked).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: 'Алып тастау' }))
  expect(gone).not.toHaveBeenCalled()
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Алып тастау' }))
  await waitFor(() => expect(gone).toHaveBeenCalledOnce())
  await screen.findByText('Еріп жүруші алып тасталды.')
  expect(put).not.toHaveBeenCalled()
})

test('for who comes once there is the way to a code', async () => {
  await show([])
  expect((await screen.findByRole('link', { name: 'Алып кету коды' })).getAttribute('href')).toBe('/pickups')
})
