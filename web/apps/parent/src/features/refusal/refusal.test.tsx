import { refusalTexts } from '@kezek/i18n'
import { filesTexts } from '@kezek/ui/files'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import RefusalPage from './RefusalPage'
import { refusalPageTexts } from './texts'

const AT = '2026-11-29T10:00:00+05:00'
const REFUSAL = {
  referral_id: 'r',
  reason: 'no_room',
  words: 'Топ толық.',
  refused_at: AT,
  answers: [] as object[],
  answers_left: 5,
  under_review: true,
  outcome: null,
  decision_words: '',
  decided_at: null,
}

function show(answer: () => object, sent: (request: Request) => object = answer, more: object = {}) {
  return showPage({
    page: <RefusalPage />,
    path: '/refusal/:id',
    address: '/refusal/a',
    texts: [refusalPageTexts, refusalTexts, applicationTexts, filesTexts],
    answers: {
      '/auth/me': ME,
      '/applications/form': { files: 3, megabytes: 10, benefits: [] },
      '/documents/uploads': { items: [] },
      '/refusal/answers': sent,
      '/applications/a/refusal': answer,
      '/applications/applications/a': {
        information: { district: { code: '1110' }, ...more },
        history: [],
        documents: [],
      },
    },
  })
}

afterEach(cleanup)

test('the family reads the reason at once, answers, and sees its own word', async () => {
  let said = REFUSAL
  await show(() => said)
  await screen.findByText('топта бос орын жоқ')
  screen.getByText('Топ толық.')
  screen.getByText(/ештеңе жоғалтпайсыз/)
  fireEvent.click(await screen.findByRole('button', { name: 'Жауапты жіберу' }))
  await screen.findAllByText('Жауабыңызды жазыңыз')
  fireEvent.change(screen.getByLabelText('Сіздің сөзіңіз'), { target: { value: 'Орын бар екен.' } })
  said = { ...REFUSAL, answers: [{ id: 'w1', words: 'Орын бар екен.', said_at: AT, files: [] }], answers_left: 4 }
  fireEvent.click(screen.getByRole('button', { name: 'Жауапты жіберу' }))
  await screen.findByRole('heading', { name: 'Сіздің жауаптарыңыз' })
  screen.getByText(/Тағы 4 рет/)
})

test('whose child is in another kindergarten reads that it stays there, not that a new application may be made', async () => {
  const upheld = () => ({ ...REFUSAL, under_review: false, outcome: 'upheld', decided_at: AT })
  await show(upheld, upheld, { transfer: { lasts: true } })
  await screen.findByText(/Бала қазіргі балабақшасында қалады/)
  expect(screen.queryByText(/жаңа өтініш бере аласыз/)).toBeNull()
  cleanup()
  await show(upheld)
  await screen.findByText(/жаңа өтініш бере аласыз/)
})

test('an answer that is sent again is known as the same', async () => {
  const keys = new Set<string | null>()
  let sent = 0
  const fails = (request: Request) => {
    sent += 1
    keys.add(request.headers.get('Idempotency-Key'))
    return refusal('register_unavailable', 503)
  }
  await show(() => REFUSAL, fails)
  fireEvent.change(await screen.findByLabelText('Сіздің сөзіңіз'), { target: { value: 'Орын бар екен.' } })
  for (const time of [1, 2]) {
    fireEvent.click(await screen.findByRole('button', { name: 'Жауапты жіберу' }))
    await waitFor(() => expect(sent).toBe(time))
  }
  expect(keys.size).toBe(1)
  expect([...keys][0]).toMatch(/^.{8,}$/)
})

test('once decided, the decision stands with its reason and nothing is answered any more', async () => {
  const decided = { under_review: false, outcome: 'overruled', decision_words: 'Орын бар.', decided_at: AT }
  await show(() => ({ ...REFUSAL, ...decided }))
  await screen.findByText('Бас тарту расталмады: балабақша баланы қабылдауға міндетті')
  screen.getByText('Орын бар.')
  expect(screen.queryByRole('button', { name: 'Жауапты жіберу' })).toBeNull()
})
