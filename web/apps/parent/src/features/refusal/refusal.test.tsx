import { refusalTexts } from '@kezek/i18n'
import { filesTexts } from '@kezek/ui/files'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

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

function show(answer: () => object) {
  return showPage({
    page: <RefusalPage />,
    path: '/refusal/:id',
    address: '/refusal/a',
    texts: [refusalPageTexts, refusalTexts, filesTexts],
    answers: {
      '/auth/me': ME,
      '/applications/form': { files: 3, megabytes: 10, benefits: [] },
      '/documents/uploads': { items: [] },
      '/refusal/answers': answer,
      '/applications/a/refusal': answer,
      '/applications/applications/a': { information: { district: { code: '1110' } }, history: [], documents: [] },
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
  said = { ...REFUSAL, answers: [{ words: 'Орын бар екен.', said_at: AT, files: [] }], answers_left: 4 }
  fireEvent.click(screen.getByRole('button', { name: 'Жауапты жіберу' }))
  await screen.findByRole('heading', { name: 'Сіздің жауаптарыңыз' })
  screen.getByText(/Тағы 4 рет/)
})

test('once decided, the decision stands with its reason and nothing is answered any more', async () => {
  const decided = { under_review: false, outcome: 'overruled', decision_words: 'Орын бар.', decided_at: AT }
  await show(() => ({ ...REFUSAL, ...decided }))
  await screen.findByText('Бас тарту расталмады: балабақша баланы қабылдауға міндетті')
  screen.getByText('Орын бар.')
  expect(screen.queryByRole('button', { name: 'Жауапты жіберу' })).toBeNull()
})
