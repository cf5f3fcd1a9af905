import { kindergartenTexts, refusalTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import RefusalPage from './RefusalPage'
import { refusalPageTexts } from './texts'

const AT = '2026-11-29T10:00:00+05:00'
const WORD = { id: 'w1', words: 'Топта орын бар екен.', said_at: AT, files: [] }
const SCAN = { file_id: 'scan', name: 'анықтама.pdf', media_type: 'application/pdf', size: 2048 }
const OPENED = {
  referral_id: 'r',
  referral_number: '1000000101',
  application_id: 'a',
  application_number: '10.UO.2026.00001.1',
  child_name: 'Үлгіев Алихан',
  child_iin: '991399000009',
  child_birth_date: '2022-03-08',
  kindergarten_id: 'k',
  kindergarten_name: { kk: '«Жұлдыз»' },
  kindergarten_address: { kk: 'Үлгі көшесі, 7' },
  kindergarten_phone: '77999000001',
  group_year: 2022,
  language: 'kk',
  reason: 'no_room',
  refused_at: AT,
  waits_days: 2,
  answered: true,
  own: false,
  applicant_name: 'Үлгіева Әсем',
  applicant_iin: '991399000009',
  issued_at: AT,
  status: 'refusal_review',
}
const REFUSAL = {
  referral_id: 'r',
  reason: 'no_room',
  words: 'Топ толық.',
  refused_at: AT,
  answers: [{ ...WORD, files: [SCAN] }],
  answers_left: 4,
  under_review: true,
  outcome: null,
  decision_words: '',
  decided_at: null,
}

function show(more: object = {}, said: object = {}, answers: Answers = {}) {
  return showPage({
    page: <RefusalPage />,
    path: '/refusals/:id',
    address: '/refusals/r',
    texts: [refusalPageTexts, refusalTexts, officerSharedTexts, filesTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1110' }] },
      '/referrals/refusals/r': { ...OPENED, refusal: { ...REFUSAL, ...said }, ...more },
      ...answers,
    },
  })
}

function decides(label: string, words: string) {
  fireEvent.click(screen.getByRole('radio', { name: label }))
  fireEvent.change(screen.getByLabelText('Шешімнің себебі'), { target: { value: words } })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('both sides stand beside each other, with how long the family waits', async () => {
  await show()
  await screen.findByText('Бас тартқаннан бері 2 жұмыс күні өтті. Жолдаманың мерзімі бұл уақытта жүрмейді.')
  screen.getByText('топта бос орын жоқ')
  screen.getByText('Топ толық.')
  screen.getByText('Топта орын бар екен.')
  screen.getByText('анықтама.pdf', { exact: false })
})

test('a decision needs an outcome and its reason, and says what follows before the signature', async () => {
  await show({}, {}, { '/decision/acts': () => new Promise<object>(() => undefined) })
  fireEvent.click(await screen.findByRole('button', { name: 'Келесі' }))
  screen.getAllByText('Шешімді таңдаңыз')
  screen.getAllByText('Шешімнің себебін жазыңыз')
  screen.getByText(/кезектегі орны қалпына келтірілмейді/)
  screen.getByText(/қол қойылған құжатта жазылады, отбасы оны жеке кабинеттен оқиды/)
  decides('Бас тартуды растамау', 'Орын бар.')
  await screen.findByRole('heading', { name: 'Шешімге қол қою' })
})

test('the second officer is told that it is decided', async () => {
  await show({}, {}, { '/decision/acts': refusal('no_refusal_under_review', 409) })
  await screen.findByRole('button', { name: 'Келесі' })
  decides('Бас тартуды растау', 'Құжат жоқ.')
  await screen.findByRole('button', { name: 'Шешімді көру' })
})

test('what the family answered meanwhile is read first, and decided on then', async () => {
  const answers = [{ ...WORD, files: [] }]
  const sent: unknown[] = []
  const prepares = async (request: Request) => {
    sent.push(await request.json())
    return refusal('family_has_answered', 409)
  }
  await show({}, { answers }, { '/decision/acts': prepares })
  await screen.findByRole('button', { name: 'Келесі' })
  decides('Бас тартуды растау', 'Құжат жоқ.')
  await screen.findByText('Отбасы осы арада жаңа жауап жіберді.')
  expect(sent).toEqual([{ outcome: 'upheld', words: 'Құжат жоқ.', answers: ['w1'] }])
  answers.push({ ...WORD, id: 'w2', words: 'Тағы бір жауап.', files: [] })
  fireEvent.click(screen.getByRole('button', { name: 'Жауапты оқу' }))
  await screen.findByText('Тағы бір жауап.')
  screen.getByText('Отбасы жаңа жауап жіберді.')
  expect(screen.getByLabelText('Шешімнің себебі')).toHaveProperty('value', 'Құжат жоқ.')
})

test('what is decided tells the outcome and why, and is not decided again', async () => {
  await show({}, { under_review: false, outcome: 'upheld', decision_words: 'Құжат жоқ.', decided_at: AT })
  await screen.findByText('Құжат жоқ.')
  expect(screen.getAllByText('Бас тарту расталды: бала қабылданбайды')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: 'Келесі' })).toBeNull()
})

test('what is not to be decided any more is not said to be the end of the application', async () => {
  await show({}, { under_review: false })
  expect((await screen.findAllByText('Шешім енді қажет емес: жолдама жарамсыз')).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: 'Келесі' })).toBeNull()
})

test('nobody decides on the own family or kindergarten', async () => {
  await show({ own: true })
  await screen.findByText(/өз отбасыңыздың немесе өз балабақшаңыздың ісі/)
  expect(screen.queryByRole('button', { name: 'Келесі' })).toBeNull()
})
