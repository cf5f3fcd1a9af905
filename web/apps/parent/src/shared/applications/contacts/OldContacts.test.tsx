import { refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { OldContacts } from './OldContacts'
import { oldContactsTexts } from './texts'

const OLD = {
  application_id: 'first',
  number: '111000.2026.00001',
  child: { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null },
  phone: '77990000001',
  email: 'old@example.kz',
  account_phone: null,
  account_email: 'new@example.kz',
}
const OTHER = { ...OLD, application_id: 'second', number: '111000.2026.00002', account_phone: '77990000002' }
const TAKE = { name: 'Есептік жазбадағы байланысқа ауыстыру' }

/** What is answered at first, and what after a change; the bodies of the changes. */
async function show(first: object[], then: object[] = first, only?: string) {
  const bodies: unknown[] = []
  let items = first
  await showPage({
    page: only === undefined ? <OldContacts /> : <OldContacts only={only} />,
    path: '/settings',
    address: '/settings',
    texts: [oldContactsTexts],
    answers: {
      'GET /applications/contacts': () => ({ items }),
      'POST /applications/contacts': async (request) => {
        bodies.push(await request.json())
        items = then
        return { items }
      },
    },
  })
  return bodies
}

afterEach(cleanup)

test('where everything is told at the contacts of the account nothing is said', async () => {
  await show([])
  expect(screen.queryByRole('heading')).toBeNull()
})

test('what differs stands beside what the account has, and nothing that is the same', async () => {
  await show([OLD])
  await screen.findByText('Электрондық пошта: өтініште old@example.kz, есептік жазбада new@example.kz.')
  screen.getByText('Үлгіев Алихан, № 111000.2026.00001')
  expect(screen.queryByText(/Телефон нөмірі/)).toBeNull()
})

test('nothing is changed before it is confirmed; then it is said to be done', async () => {
  const bodies = await show([OLD], [])
  fireEvent.click(await screen.findByRole('button', TAKE))
  screen.getByText(/мына байланысқа келеді: new@example.kz\./)
  expect(bodies).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText(/^Байланыс ауыстырылды\. Енді барлық өтініш/)
  expect(bodies).toEqual([{ application_ids: ['first'] }])
  expect(screen.queryByRole('button', TAKE)).toBeNull()
})

test('only the chosen ones are changed, and the answer tells how many still differ', async () => {
  const bodies = await show([OLD, OTHER], [OLD])
  fireEvent.click(await screen.findByRole('checkbox', { name: /00001/ }))
  fireEvent.click(screen.getByRole('button', TAKE))
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText('Байланыс ауыстырылды. Тағы 1 өтініште басқа байланыс тұр.')
  expect(bodies).toEqual([{ application_ids: ['second'] }])
})

test('who has chosen none is told so', async () => {
  await show([OLD, OTHER])
  for (const box of await screen.findAllByRole('checkbox')) fireEvent.click(box)
  fireEvent.click(screen.getByRole('button', TAKE))
  screen.getByText('Кемінде бір өтінішті белгілеңіз.')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the page of one application speaks of that one alone', async () => {
  const bodies = await show([OLD, OTHER], [OTHER], 'first')
  expect(screen.queryByText(/00002/)).toBeNull()
  fireEvent.click(await screen.findByRole('button', TAKE))
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText(/^Байланыс ауыстырылды\. Енді осы өтініш/)
  expect(bodies).toEqual([{ application_ids: ['first'] }])
})

test('a refusal is said, and what stands there is asked for anew', async () => {
  let items: object[] = [OLD]
  await showPage({
    page: <OldContacts />,
    path: '/settings',
    address: '/settings',
    texts: [oldContactsTexts],
    answers: {
      'GET /applications/contacts': () => ({ items }),
      'POST /applications/contacts': () => {
        items = []
        return refusal('application_over', 409)
      },
    },
  })
  fireEvent.click(await screen.findByRole('button', TAKE))
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByRole('alert')
  await waitFor(() => expect(screen.queryByRole('button', TAKE)).toBeNull())
})
