import { claimTexts, kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import DeskCardPage from './DeskCardPage'
import { deskCardTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const CHILD = { iin: '991399000009', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
const CLAIM = {
  claim_id: 'claim',
  kind: 'benefit',
  state: 'waiting',
  benefit: 'large_family',
  queue_class: 'priority',
  correctional: false,
  submitted_at: '2026-11-29T07:01:00Z',
  due_at: FAR,
  overdue: false,
  valid_until: null,
  decided_at: null,
  decided_by_me: false,
  reason: null,
  remark: '',
  files: [
    {
      file_id: 'scan',
      name: 'анықтама.pdf',
      media_type: 'application/pdf',
      size: 2048,
      added_at: '2026-11-29T07:01:00Z',
    },
  ],
}
const INFORMATION = {
  application_id: 'a',
  number: '34.UO.2026.00001.1',
  child: CHILD,
  applicant: CHILD,
  birth_date: '2022-03-08',
  district: { code: '1134', name: { kk: 'Аршалы ауданы' } },
  kind: 'general',
  group_year: 2022,
  queue_class: 'general',
  languages: ['kk'],
  submitted_at: '2026-11-29T07:01:00Z',
  state: { code: 'queued', text: 'Кезекте', since: FAR },
  inactive_until: null,
  phone: '77990000001',
  email: 'a@example.kz',
}
const HISTORY = { at: FAR, code: 'submitted', text: 'Өтініш берілді', reason_text: 'қол қойылды', actor: 'applicant' }

function opened(more: object = {}, claim: object = {}) {
  const whole = { information: INFORMATION, claims: [{ ...CLAIM, ...claim }], history: [HISTORY], documents: [] }
  return { ...whole, twins: [], likely: [], statement: [], own: false, ...more }
}

function show(application: object, answers: Answers = {}) {
  return showPage({
    page: <DeskCardPage />,
    path: '/desk/:id',
    address: '/desk/a',
    texts: [deskCardTexts, officerSharedTexts, filesTexts, claimTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1134' }] },
      '/queue/benefits': { items: [{ code: 'large_family', name: { kk: 'Көп балалы отбасы' } }] },
      '/kindergartens/districts': { items: [{ code: '1116', name: { kk: 'Қосшы қаласы' } }] },
      '/desk/applications/a': application,
      ...answers,
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('of an inactive application an officer reads until when its family may restore it', async () => {
  const state = { code: 'inactive', text: 'Белсенді емес', since: FAR }
  await show(opened({ information: { ...INFORMATION, state, inactive_until: FAR } }))
  const until = await screen.findByText('Отбасы қалпына келтіре алады')
  expect(until.parentElement?.textContent).toContain('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
})

test('what waits stands first, with its term, its benefit by name and its papers', async () => {
  await show(opened())
  await screen.findByText('Көп балалы отбасы')
  screen.getByText(/3 желтоқсан, бейсенбі, сағат 24:00-ге дейін/)
  screen.getByText('анықтама.pdf', { exact: false })
  expect(screen.getAllByText('Үлгіев Алихан')).toHaveLength(2)
})

test('a decision needs an outcome, and unless it confirms a reason', async () => {
  await show(opened())
  fireEvent.click(await screen.findByRole('button', { name: 'Шешім шығару' }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  screen.getAllByText('Шешімді таңдаңыз')
  fireEvent.click(screen.getByRole('radio', { name: 'Жақсырақ көшірме сұрау' }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  screen.getAllByText('Себебін таңдаңыз')
  fireEvent.click(screen.getByRole('radio', { name: 'басқа себеп' }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  screen.getAllByText('Себебін өз сөзіңізбен жазыңыз')
})

test('a proof that has a term by the list is not confirmed without its last day', async () => {
  const items = [{ code: 'large_family', name: { kk: 'Көп балалы отбасы' }, proof_months: 12 }]
  await show(opened(), { '/queue/benefits': { items } })
  await screen.findByText('Көп балалы отбасы')
  fireEvent.click(screen.getByRole('button', { name: 'Шешім шығару' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Растау' }))
  screen.getByText(/ең көбі 12 ай/)
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  expect(screen.getAllByText('Құжаттың соңғы жарамды күнін жазыңыз')).toHaveLength(2)
})

test('the second officer is told that it is decided', async () => {
  await show(opened(), { '/decision/acts': refusal('claim_decided', 409, { state: 'confirmed' }) })
  fireEvent.click(await screen.findByRole('button', { name: 'Шешім шығару' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Растау' }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByRole('button', { name: 'Шешімді көру' })
})

test('who may be twice is shown, named in the own district only', async () => {
  const likely = [
    { application_id: 'b', number: '34.UO.2026.00002.1', district: '1134', child: CHILD, same_names: true },
    { application_id: null, number: '16.UO.2026.00003.1', district: '1116', child: null, same_names: true },
  ]
  await show(opened({ likely }))
  const link = await screen.findByRole('link', { name: '№ 34.UO.2026.00002.1' })
  expect(link.getAttribute('href')).toBe('/desk/b')
  await screen.findByText('№ 16.UO.2026.00003.1, Қосшы қаласы', { exact: false })
})

test('a family that sends no better copy may be rejected, and nothing else', async () => {
  await show(opened({}, { state: 'better_copy_asked', reason: 'unreadable', decided_at: FAR, due_at: null }))
  fireEvent.click(await screen.findByRole('button', { name: 'Шешім шығару' }))
  const [only, ...others] = screen.getAllByRole<HTMLInputElement>('radio')
  expect([only?.value, others]).toEqual(['reject', []])
})

test('nobody decides on the own family, and what is decided tells why', async () => {
  await show(opened({ own: true }))
  await screen.findByText(/өз отбасыңыздың өтініші/)
  expect(screen.queryByRole('button', { name: 'Шешім шығару' })).toBeNull()
  cleanup()
  const decided = { state: 'rejected', reason: 'not_entitled', remark: 'Анықтама керек', decided_at: FAR, due_at: null }
  await show(opened({}, decided))
  await screen.findByText('құжат мұндай құқық бермейді')
  screen.getByText('Анықтама керек')
  screen.getByText('Бұл өтініш бойынша шешім күтіп тұрған ештеңе жоқ.')
})

test('a running referral is extended once, with a reason, where its policy allows it', async () => {
  const referral = {
    referral_id: 'r',
    number: '1000000101',
    kindergarten: { name: { kk: '«Жұлдыз»' } },
    issued_at: FAR,
    expires_at: FAR,
    last_day: '2099-12-03',
    status: 'valid',
    stopped_by: null,
    stopped_at: null,
    extended: false,
  }
  const allowed = { '/referrals/r/extension': { working_days: 5 } }
  const of = (more: object) => opened({ information: { ...INFORMATION, referral: { ...referral, ...more } } })
  const acts = { '/extension/acts': () => new Promise<object>(() => undefined) }
  await show(of({}), { ...allowed, ...acts })
  fireEvent.click(await screen.findByRole('button', { name: 'Мерзімін ұзарту' }))
  screen.getByText(/5 жұмыс күніне, бір-ақ рет/)
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  screen.getAllByText('Ұзарту себебін жазыңыз')
  fireEvent.change(screen.getByLabelText('Ұзарту себебі'), { target: { value: 'Бала ауырып жатыр' } })
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByRole('heading', { name: 'Ұзартуға қол қою' })
  for (const more of [{ extended: true }, { stopped_by: 'came', stopped_at: FAR }, { status: 'expired' }]) {
    cleanup()
    await show(of(more), allowed)
    await screen.findByRole('heading', { name: '№ 1000000101 жолдама' })
    expect(screen.queryByRole('button', { name: 'Мерзімін ұзарту' })).toBeNull()
    expect(screen.queryAllByText('Соңғы күні болған')).toHaveLength('status' in more ? 1 : 0)
  }
  cleanup()
  await show(of({}), { '/referrals/r/extension': { working_days: null } })
  await screen.findByRole('heading', { name: '№ 1000000101 жолдама' })
  expect(screen.queryByRole('button', { name: 'Мерзімін ұзарту' })).toBeNull()
})

test.each([
  ['applicant', 0],
  ['officer', 1],
])('each look at a paper is logged: where the %s chose it is asked for %d times', async (actor, times) => {
  const chosen = { ...HISTORY, code: 'referral_issued', text: 'Жолдама берілді', reason: 'place_chosen', actor }
  const asked = vi.fn(() => ({ items: [{ ...CLAIM.files[0], added_at: FAR }] }))
  await show(opened({ history: [HISTORY, chosen] }), { '/applications/a/papers': asked })
  await screen.findByText(/Жолдама берілді/)
  if (times > 0) await screen.findByRole('heading', { name: 'Орын таңдалған қағаз' })
  expect(asked).toHaveBeenCalledTimes(times)
})

test('an application of another district is not there', async () => {
  await show(refusal('application_not_found', 404))
  await screen.findByRole('alert')
})
