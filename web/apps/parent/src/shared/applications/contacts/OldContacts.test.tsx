import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import { ChooseAndTake } from './ChooseAndTake'
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
async function show(first: object[], then: object[] = first, only?: string, phone: string | null = null) {
  const bodies: unknown[] = []
  let items = first
  await showPage({
    page: only === undefined ? <OldContacts /> : <OldContacts only={only} />,
    path: '/settings',
    address: '/settings',
    texts: [oldContactsTexts],
    answers: {
      'GET /auth/me': { ...ME, phone },
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
  screen.getByText(/^Өтінішке .* жазылады: new@example\.kz\./)
  expect(bodies).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText(/^Байланыс ауыстырылды\. .* тұр: new@example\.kz\.$/)
  expect(bodies).toEqual([{ application_ids: ['first'] }])
  expect(screen.queryByRole('button', TAKE)).toBeNull()
})

test('only the chosen ones are changed, and the answer tells how many still differ', async () => {
  const bodies = await show([OLD, OTHER], [OLD])
  fireEvent.click(await screen.findByRole('checkbox', { name: /00001/ }))
  fireEvent.click(screen.getByRole('button', TAKE))
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText('Тағы 1 өтініште басқа байланыс тұр.')
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
  await screen.findByText(/^Байланыс ауыстырылды\./)
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

test('where the account has no phone it is said that SMS go where they went, before and after', async () => {
  await show([OLD], [])
  fireEvent.click(await screen.findByRole('button', TAKE))
  const still = 'SMS бұрынғыдай +7 799 000 00 01 нөміріне келеді: есептік жазбаңызға нөмір қосыңыз.'
  await screen.findByText(still)
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText(/^Байланыс ауыстырылды\./)
  screen.getByText(still)
})

test('where the account has a phone nothing is said of SMS', async () => {
  await show([OLD], [], 'first', OLD.phone)
  fireEvent.click(await screen.findByRole('button', TAKE))
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  await screen.findByText(/^Байланыс ауыстырылды\./)
  expect(screen.queryByText(/SMS/)).toBeNull()
})

test('the button goes away with the contacts: what was done takes the focus', async () => {
  await show([OLD], [])
  const button = await screen.findByRole('button', TAKE)
  button.focus()
  fireEvent.click(button)
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру' }))
  const done = (await screen.findByText(/^Байланыс ауыстырылды\./)).closest('[role=status]')
  await waitFor(() => expect(document.activeElement).toBe(done))
})

/** What differs, until it is replaced elsewhere. */
function Example() {
  const [differing, setDiffering] = useState([OLD, OTHER])
  return (
    <>
      <button onClick={() => setDiffering(differing.length > 1 ? [OTHER] : [OLD, OTHER])}>elsewhere</button>
      <ChooseAndTake differing={differing} busy={false} onTake={vi.fn()} />
    </>
  )
}

test('nothing is asked any more about what was replaced elsewhere meanwhile', async () => {
  const [path, texts] = ['/settings', [oldContactsTexts]]
  await showPage({ page: <Example />, path, address: path, texts, answers: { '/auth/me': { ...ME, phone: null } } })
  fireEvent.click(await screen.findByRole('checkbox', { name: /00002/ }))
  fireEvent.click(screen.getByRole('button', TAKE))
  screen.getByRole('dialog')
  fireEvent.click(screen.getByText('elsewhere'))
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByText('elsewhere'))
  expect(screen.queryByRole('dialog')).toBeNull()
})
