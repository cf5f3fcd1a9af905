import { kindergartenTexts, refusalTexts } from '@kezek/i18n'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import ReferralPage from './ReferralPage'
import { referralTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const ID = 'application'
const GARDEN = {
  id: 'garden',
  district: '1116',
  name: { kk: '«Жұлдыз»' },
  address: { kk: 'Үлгі көшесі, 7' },
  phone: '77999000001',
  ownership: 'state',
  website: null,
  website_url: null,
  closed: false,
}
const PAPER = {
  ...{ id: 'paper', kind: 'referral', about: 'referral', made_at: FAR, size: 70_000 },
  check_code: 'abcdefghijklmnopqrstuvwxyz',
}

function candidate(status: string, referral: object | null = {}, more: object = {}) {
  const issued = { referral_id: 'referral', number: '1000000101', kindergarten_id: 'garden', group_year: 2022 }
  const term = { language: 'kk', issued_at: '2026-11-29T10:00:00+05:00', expires_at: FAR, status: 'valid' }
  const own = referral && { ...issued, ...term, ...referral }
  return {
    application_id: ID,
    status,
    turn: null,
    referral: own,
    misses: 0,
    stop_listed_until: null,
    then_inactive: false,
    inactive_until: null,
    restored: false,
    cancel_before: null,
    may_decline: false,
    ...more,
  }
}

function show(found: object, answers: Answers = {}) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const application = { information: { application_id: ID, child }, history: [], documents: [] }
  return showPage({
    page: <ReferralPage />,
    path: '/referral/:id',
    address: `/referral/${ID}`,
    texts: [referralTexts, applicationTexts, kindergartenTexts, refusalTexts],
    answers: {
      '/auth/me': ME,
      '/documents': { items: [PAPER] },
      '/kindergartens/garden': GARDEN,
      [`/applications/applications/${ID}`]: application,
      '/referrals/awaited-papers': { items: [] },
      [`/${ID}/refusal`]: refusal('refusal_not_found', 404),
      ...answers,
      [`/referrals/applications/${ID}`]: found,
    },
  })
}

afterEach(cleanup)

test('that an officer chose from the family’s paper is said, and the scan can be opened', async () => {
  const paper = { file_id: 'f', name: 'қағаз.pdf', media_type: 'application/pdf', size: 1, added_at: FAR }
  await show(candidate('referred'), { '/counter-papers': { items: [paper] } })
  await screen.findByRole('heading', { name: 'Орынды уәкілетті тұлға таңдады' })
  screen.getByRole('button', { name: 'Қағаздың көшірмесін ашу: қағаз.pdf' })
  cleanup()
  await show(candidate('referred'), { '/counter-papers': { items: [] } })
  await screen.findByRole('heading', { level: 1, name: '№ 1000000101 жолдама' })
  expect(screen.queryByText('Орынды уәкілетті тұлға таңдады')).toBeNull()
})

test('who has a referral reads until when to come where, what to do, and finds the paper', async () => {
  await show(candidate('referred'))
  await screen.findByRole('heading', { level: 1, name: '№ 1000000101 жолдама' })
  screen.getByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  screen.getByText(/Алихан стоп-тізімге түседі, ал рұқсат етілген соңғы келмеуден кейін кезектен алынады/)
  await screen.findByRole('heading', { name: '«Жұлдыз»' })
  expect(screen.getByRole('link', { name: /799.900.00.01/ }).getAttribute('href')).toBe('tel:+77999000001')
  screen.getByText(/Қызметкерге жолдаманың нөмірін айтыңыз: 1000000101/)
  const paper = await screen.findByRole('link', { name: 'Жүктеу: № 1000000101 жолдама' })
  expect(paper.getAttribute('href')).toBe('/api/documents/documents/paper')
  expect(screen.getByRole('link', { name: 'Осы жолдаманы тексеру' }).getAttribute('href')).toBe(
    '/check/abcdefghijklmnopqrstuvwxyz?lang=kk',
  )
})

test('where papers come first nobody is told to come, but what to hand in', async () => {
  const awaited = { referral_id: 'referral', papers_first: true, may_submit: true, state: null }
  await show(candidate('referred'), { '/referrals/awaited-papers': { items: [awaited] } })
  await screen.findByText(/Көшірмелерді осы жерде мерзімінде тапсырып/)
  expect(screen.queryByText(/Балабақшаға мерзімінде барыңыз/)).toBeNull()
})

test.each([
  ['refused', 'refused', 'refusal', 'Бас тарту туралы қағазды қарау (PDF)'],
  ['departed', 'departed', 'departure', 'Анықтаманы қарау (PDF)'],
])('who is %s finds the paper of that', async (status, ended, kind, name) => {
  const papers = { items: [PAPER, { ...PAPER, id: 'ending', kind }] }
  await show(candidate(status, { status: ended }), { '/documents': papers })
  const link = await screen.findByRole('link', { name })
  expect(link.getAttribute('href')).toBe('/api/documents/documents/ending')
})

test('a paper that is not made yet is said to come', async () => {
  await show(candidate('referred'), { '/documents': { items: [] } })
  await screen.findByText(/дайындалып жатыр/)
})

test('a referral that was used asks for nothing more', async () => {
  await show(candidate('enrolled', { status: 'accepted' }))
  await screen.findByText(/Алихан балабақшаға қабылданды/)
  expect(screen.queryByText('Не істеу керек')).toBeNull()
})

test('a referral that ran out is said to be void, and until when the stop list holds', async () => {
  await show(candidate('stop_listed', { status: 'expired' }, { stop_listed_until: FAR }))
  await screen.findByText(/Жолдаманың мерзімі өтті/)
  screen.getByText(/Стоп-тізімде 3 желтоқсан/)
})

test('while the term stands no deadline is shown, but why and what comes next', async () => {
  await show(candidate('referred', { stopped_by: 'came' }))
  await screen.findByText('Жолдаманың мерзімі қазір жүрмейді.')
  screen.getByText(/Балабақша келгеніңізді белгіледі/)
  expect(screen.queryByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')).toBeNull()
})

test('what became of the referral is said by its state, and whether a miss was counted', async () => {
  await show(candidate('queued', { status: 'cancelled' }))
  await screen.findByText('Жолдаманы өзіңіз жойдыңыз.')
  screen.getByText(/Бұл өткізіп алған мерзім болып саналмайды/)
  cleanup()
  await show(candidate('queued', { status: 'voided' }))
  await screen.findByText('Балабақша жабылды, жолдама енді жарамсыз.')
  cleanup()
  await show(candidate('queued', { status: 'expired' }))
  await screen.findByText(/Жолдаманың мерзімі өтті/)
  expect(screen.queryByText(/болып саналмайды/)).toBeNull()
  cleanup()
  await show(candidate('refused', { status: 'refused' }))
  await screen.findByText('Балабақшаның бас тартуы расталды, жолдама жабылды.')
})

test('an application without a referral leads to the places', async () => {
  await show(candidate('queued', null))
  await screen.findByText('Бұл өтініш бойынша жолдама жоқ.')
  expect(screen.getByRole('link', { name: 'Бос орындарды қарау' }).getAttribute('href')).toBe(`/choose/${ID}`)
})

test('in its hours the referral may be cancelled, and a refusal is read and answered', async () => {
  await show(candidate('referred', {}, { cancel_before: FAR }))
  const cancel = await screen.findByRole('link', { name: 'Жолдаманы жою' })
  expect(cancel.getAttribute('href')).toBe(`/cancel/${ID}`)
  cleanup()
  await show(candidate('referred', {}, { cancel_before: '2026-01-01T00:00:00+05:00' }))
  await screen.findByRole('heading', { name: '«Жұлдыз»' })
  expect(screen.queryByRole('link', { name: 'Жолдаманы жою' })).toBeNull()
  cleanup()
  const refused = { referral_id: 'referral', reason: 'no_room', under_review: true, outcome: null }
  await show(candidate('refusal_review'), { [`/${ID}/refusal`]: refused })
  const answer = await screen.findByRole('link', { name: 'Себебін оқып, жауап беру' })
  expect(answer.getAttribute('href')).toBe(`/refusal/${ID}`)
})

test('where that costs the place in the queue the referral is declined, and an inactive one restored', async () => {
  await show(candidate('referred', {}, { may_decline: true, then_inactive: true }))
  const decline = await screen.findByRole('link', { name: 'Орыннан бас тарту' })
  expect(decline.getAttribute('href')).toBe(`/decline/${ID}`)
  screen.getByText(/шартқа қол қою керек/)
  cleanup()
  await show(candidate('inactive', { status: 'expired' }, { inactive_until: FAR }))
  await screen.findByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  expect(screen.getByRole('link', { name: 'Өтінішті қалпына келтіру' }).getAttribute('href')).toBe(`/restore/${ID}`)
})

test('a refusal of a referral before this one is not of this one', async () => {
  const before = { referral_id: 'before', reason: 'no_room', under_review: false, outcome: 'overruled' }
  await show(candidate('referred'), { [`/${ID}/refusal`]: before })
  await screen.findByRole('heading', { name: '«Жұлдыз»' })
  expect(screen.queryByRole('heading', { name: 'Балабақша қабылдаудан бас тартты' })).toBeNull()
})

test('who has to hand papers in first is led there, and to what was handed in', async () => {
  const child = { referral_id: 'referral', may_submit: true, papers_first: true, state: 'rejected' }
  await show(candidate('referred'), { '/referrals/awaited-papers': { items: [child] } })
  await screen.findByText(/Балабақша құжаттарды қайтарды/)
  const leads = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(leads('Құжаттарды тапсыру')).toBe('/papers')
  expect(leads('Тапсырылған өтінімді қарау')).toBe(`/admissions/${ID}/referral`)
})
