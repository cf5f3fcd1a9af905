import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import RequestsPage from './RequestsPage'
import { requestsTexts } from './texts'

const REQUEST = {
  id: 'request',
  number: '3000000101',
  name: { kk: '«Сынақ» балабақшасы', ru: 'Детский сад «Сынак»' },
  district: '1116',
  state: 'open',
  submitted_at: '2026-11-29T07:01:00Z',
}

const show = (answers: Answers) =>
  seenByAdministrator({ Page: RequestsPage, address: '/requests', texts: [requestsTexts], answers })

afterEach(cleanup)

test('a request is listed with the way to it', async () => {
  await show({ '/account-requests': { items: [REQUEST], total: 1 } })
  const link = await screen.findByRole('link', { name: 'Қарау: № 3000000101' })
  expect(link.getAttribute('href')).toBe('/requests/request')
  screen.getByText('Көрсетілгені: 1, барлығы: 1')
})

test('that none is open is said', async () => {
  await show({ '/account-requests': { items: [], total: 0 } })
  await screen.findByText('Мұндай сұрау жоқ.')
})

test('a filter whose answer is refused stays, and one asks again', async () => {
  let refused = false
  const answer = () => (refused ? refusal('permission_missing') : { items: [REQUEST], total: 1 })
  await show({ '/account-requests': answer })
  await screen.findByRole('link', { name: /Қарау/ })
  refused = true
  fireEvent.change(screen.getByLabelText('Күйі'), { target: { value: 'refused' } })
  await screen.findByRole('alert')
  expect(screen.getByLabelText<HTMLSelectElement>('Күйі').value).toBe('refused')
  expect(screen.queryByRole('link', { name: /Қарау/ })).toBeNull()
  refused = false
  fireEvent.click(screen.getByRole('button', { name: 'Қайталау' }))
  await screen.findByRole('link', { name: /Қарау/ })
})

test('until a filter is answered the rows of before are marked, and not counted', async () => {
  let answered: (answer: object) => void = () => undefined
  const answers = [{ items: [REQUEST], total: 1 }, new Promise<object>((resolve) => (answered = resolve))]
  await show({ '/account-requests': () => answers.shift() ?? {} })
  await screen.findByText('Көрсетілгені: 1, барлығы: 1')
  fireEvent.change(screen.getByLabelText('Күйі'), { target: { value: 'approved' } })
  const rows = screen.getByRole('list', { name: 'Есептік жазба сұраулары. Жүктелуде…' })
  expect(rows.getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText(/Көрсетілгені/)).toBeNull()
  await expect.poll(() => answers.length).toBe(0)
  answered({ items: [], total: 0 })
  await screen.findByText('Мұндай сұрау жоқ.')
})

test('filters that are taken off, and the last page, leave the focus on the list', async () => {
  const page = (id: string) => ({ items: [{ ...REQUEST, id, number: id }], total: 2 })
  await show({
    '/account-requests': ({ url }: Request) => page(url.includes('offset=1') ? '3000000102' : '3000000101'),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Тағы көрсету' }))
  await screen.findByRole('link', { name: 'Қарау: № 3000000102' })
  expect(document.activeElement?.textContent).toBe('Барлығы көрсетілді: 2')
  fireEvent.click(screen.getByRole('button', { name: 'Сүзгілерді тазалау' }))
  expect(document.activeElement?.contains(screen.getByLabelText('Күйі'))).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
})
