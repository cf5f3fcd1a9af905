import { type Answers, COME_BACK, LEAVE, Leavable, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { deskCardTexts } from './texts'
import { ToldFamily } from './ToldFamily'

const SENT = {
  message_id: 'm',
  channel: 'sms',
  recipient: '77990000001',
  language: 'ru',
  subject: '',
  text: 'подошла ваша очередь',
  state: 'sent',
  created_at: '2026-11-29T07:01:00Z',
  finished_at: '2026-11-29T07:02:03Z',
  evidence: 'sms-17',
  cause: null,
  attempts: 2,
  failed_tries: [{ attempt: 1, at: '2026-11-29T07:01:30Z', cause: 'provider_silent' }],
}
const TOLD = {
  kind: 'turn_started',
  subject: 'Кезек келді',
  text: 'Орын таңдаңыз.',
  occurred_at: '2026-11-29T07:01:00Z',
  read_at: null,
  sent: [SENT],
}

function show(answers: Answers) {
  return showPage({
    page: (
      <Leavable>
        <ToldFamily application="a" />
      </Leavable>
    ),
    path: '/desk/a',
    address: '/desk/a',
    texts: [deskCardTexts],
    answers,
  })
}

afterEach(cleanup)

test('what was told is asked for by a press only: each reading is logged', async () => {
  let asked = 0
  await show({
    '/notifications/evidence': () => {
      asked += 1
      return { items: [TOLD], next: null }
    },
  })
  const button = await screen.findByRole('button', { name: 'Хабарламаларды көрсету' })
  expect(asked).toBe(0)
  fireEvent.click(button)
  await screen.findByText('подошла ваша очередь')
  expect(asked).toBe(1)
  screen.getByText(/\+7 799 000 00 01/)
  screen.getByText('Талпыныс саны: 2')
  screen.getByText('Провайдер жауабы: sms-17')
  screen.getByText(/^1-талпыныс сәтсіз, .*provider_silent$/)
  screen.getByText('Оқылмаған')
  const file = screen.getByRole('link', { name: 'CSV кестесін жүктеп алу' }).getAttribute('href')
  expect(file).toBe('/api/notifications/evidence/file?application_id=a&language=kk')
})

test('who leaves and comes back asks, and is logged, again', async () => {
  let asked = 0
  await show({
    '/notifications/evidence': () => {
      asked += 1
      return { items: [TOLD], next: null }
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Хабарламаларды көрсету' }))
  await screen.findByText('подошла ваша очередь')
  fireEvent.focus(window)
  fireEvent.click(screen.getByRole('button', { name: LEAVE }))
  fireEvent.click(screen.getByRole('button', { name: COME_BACK }))
  fireEvent.click(await screen.findByRole('button', { name: 'Хабарламаларды көрсету' }))
  await screen.findByText('подошла ваша очередь')
  expect(asked).toBe(2)
})

test('what was told long ago is asked for page by page', async () => {
  const asked: string[] = []
  const older = { ...TOLD, subject: 'Кезекке тұрды', sent: [{ ...SENT, message_id: 'older', text: 'вы в очереди' }] }
  await show({
    '/notifications/evidence': ({ url }) => {
      asked.push(new URL(url).search)
      return asked.length === 1 ? { items: [TOLD], next: 'm' } : { items: [older], next: null }
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Хабарламаларды көрсету' }))
  await screen.findByText('Әзірге көрсетілгені: 1')
  fireEvent.click(screen.getByRole('button', { name: 'Тағы көрсету' }))
  await screen.findByText('вы в очереди')
  screen.getByText('подошла ваша очередь')
  screen.getByText('Барлығы көрсетілді: 2')
  expect(asked).toEqual(['?application_id=a&language=kk', '?application_id=a&language=kk&before=m'])
})

test('nothing sent is said', async () => {
  await show({ '/notifications/evidence': { items: [], next: null } })
  fireEvent.click(await screen.findByRole('button', { name: 'Хабарламаларды көрсету' }))
  await screen.findByText('Бұл өтініш бойынша ештеңе жіберілген жоқ.')
})
