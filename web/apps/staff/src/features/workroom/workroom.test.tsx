import { kindergartenTexts, refusalTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { workplaceTexts } from '../../shared/workplace/texts'
import { workroomTexts } from './texts'
import WorkroomPage from './WorkroomPage'

const GARDEN = { id: 'garden', name: { kk: '«Үлгі»' }, address: { kk: 'Үлгі ауылы' }, ownership: 'state' }
const WORKER = { ...ME, method: 'eds', roles: ['worker'], works_at: 'garden' }
const REFERRAL = {
  referral_id: 'referral',
  number: '1000000101',
  child_name: 'Үлгіев Алихан',
  child_iin: '200101500013',
  child_birth_date: '2020-01-01',
  applicant_name: 'Үлгіева Ақбота',
  application_number: '2000000101',
  kindergarten_id: 'garden',
  kindergarten_name: { kk: '«Үлгі»' },
  benefits: [],
  stopped_by: null,
  stopped_at: null,
  must_be_accepted: false,
  papers_first: false,
  then_inactive: false,
  restored: false,
  refusal: null,
  leaves: null,
  group_year: 2022,
  language: 'kk',
  issued_at: '2026-11-29T10:00:00+05:00',
  expires_at: '2099-12-04T00:00:00+05:00',
}
const never = () => new Promise<object>(() => undefined)

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function show(answers: Answers) {
  await showPage({
    page: <WorkroomPage />,
    path: '/workroom',
    address: '/workroom',
    texts: [workroomTexts, refusalTexts, workplaceTexts, kindergartenTexts, signingTexts],
    answers: { '/auth/me': WORKER, '/me/kindergartens': { items: [GARDEN] }, ...answers },
  })
  await find()
}

async function find() {
  fireEvent.change(await screen.findByLabelText('Жолдама нөмірі', { selector: '[type=text]' }), {
    target: { value: '1000000101' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Іздеу' }))
}

test('a benefit is said outright, also that there is none, or that it is not confirmed yet', async () => {
  let benefits: unknown = []
  await show({ '/search': () => ({ ...REFERRAL, benefits }) })
  await screen.findByText('Жеңілдіксіз')
  const card = screen.getByRole('link', { name: 'Баланың карточкасын жүктеу' })
  expect(card.getAttribute('href')).toBe('/api/documents/referrals/referral/child-card')
  const name = { kk: 'көпбалалы отбасының баласы' }
  benefits = [{ code: 'large_family', name, confirmed: true }]
  await find()
  await screen.findByText('көпбалалы отбасының баласы')
  expect(screen.queryByText(/расталмаған/)).toBeNull()
  benefits = [{ code: 'large_family', name, confirmed: false }]
  await find()
  await screen.findByText('көпбалалы отбасының баласы – әлі расталмаған')
  screen.getByText('Жеңілдік әлі расталмаған.')
})

test('a refusal of one’s own that stands has its paper, which is asked for a few times while it is made', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const params = { status: 'refused', last_day: '2026-11-27', application_id: 'a' }
  const papers: object[] = []
  let asked = 0
  await show({
    '/search': refusal('referral_not_valid', 409, params),
    '/applications/a/documents': () => {
      asked++
      return { items: papers }
    },
  })
  await screen.findByText(/бас тартуы расталған/)
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  expect(screen.queryByRole('link')).toBeNull()
  papers.push({ id: 'paper', kind: 'refusal', about: 'a' })
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  const paper = await screen.findByRole('link', { name: 'Бас тарту туралы қағазды қарау (PDF)' })
  expect(paper.getAttribute('href')).toBe('/api/documents/documents/paper')
  const enough = asked
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(asked).toBe(enough)
})

test('a paper of a refusal that is never made is not looked for without end', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const params = { status: 'refused', last_day: '2026-11-27', application_id: 'a' }
  const documents = vi.fn(() => ({ items: [] }))
  await show({ '/search': refusal('referral_not_valid', 409, params), '/applications/a/documents': documents })
  await screen.findByText(/бас тартуы расталған/)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(documents).toHaveBeenCalledTimes(5)
})

test('while an acceptance is on its way, another search waits, says why, and takes nothing out of sight', async () => {
  await show({ '/search': REFERRAL, '/acceptance/acts': never })
  fireEvent.click(await screen.findByRole('button', { name: 'БМҰ-ға қабылдау' }))
  await screen.findByText('Қол қойылып жатыр. Келесі баланы содан кейін іздейсіз.')
  const search = screen.getByRole('button', { name: 'Іздеу', description: /Келесі баланы/ })
  expect(search.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(search)
  screen.getByRole('heading', { name: 'Қабылдауға ЭЦҚ арқылы қол қою' })
})

test('an act that came to nothing lets one search on', async () => {
  await show({ '/search': REFERRAL, '/acceptance/acts': refusal('referral_not_valid', 409, { status: 'expired' }) })
  fireEvent.click(await screen.findByRole('button', { name: 'БМҰ-ға қабылдау' }))
  await screen.findByRole('alert')
  fireEvent.click(screen.getByRole('button', { name: 'Іздеу' }))
  expect(screen.queryByRole('heading', { name: 'Қабылдауға ЭЦҚ арқылы қол қою' })).toBeNull()
})

test('once the child is accepted, the focus is where that is said', async () => {
  sessionStorage.setItem('kezek.act.referrals.accept.referral', 'act')
  await show({ '/search': REFERRAL, '/acts/act': { state: 'done', result: {}, refusal: null, prepared: null } })
  fireEvent.click(await screen.findByRole('button', { name: 'БМҰ-ға қабылдау' }))
  const said = await screen.findByText('Бала қабылданды: Үлгіев Алихан.')
  // it is given once the notice is drawn
  await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  expect(document.activeElement?.contains(said)).toBe(true)
})

test('while the authority is silent one searches on, and what the acceptance comes to stays in sight', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.setItem('kezek.act.referrals.accept.referral', 'act')
  let state = 'received'
  let found = REFERRAL
  await show({
    '/search': () => found,
    '/acts/act': () => ({ act_id: 'act', state, result: state === 'done' ? {} : null, refusal: null, prepared: null }),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'БМҰ-ға қабылдау' }))
  await screen.findByText(/Қол қойылып жатыр/)
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(screen.queryByText(/Қол қойылып жатыр/)).toBeNull()
  found = { ...REFERRAL, referral_id: 'another', number: '1000000102' }
  await find()
  const heading = await screen.findByRole('heading', { name: /1000000102/ })
  expect(document.activeElement).toBe(heading)
  screen.getByRole('heading', { name: /1000000101/ })
  state = 'done'
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  await screen.findByText('Бала қабылданды: Үлгіев Алихан.')
  expect(document.activeElement).toBe(heading)
  await find()
  await expect.poll(() => screen.queryByText('Бала қабылданды: Үлгіев Алихан.')).toBeNull()
})

test('what follows if nobody is accepted in time is said as the referral’s own rules have it', async () => {
  let regime = {}
  await show({ '/search': () => ({ ...REFERRAL, ...regime }) })
  await screen.findByText(/стоп-тізімге түседі/)
  regime = { then_inactive: true }
  await find()
  await screen.findByText(/өтініш белсенді емес болып қалады/)
  expect(screen.queryByText(/стоп-тізім/)).toBeNull()
  regime = { then_inactive: true, restored: true }
  await find()
  await screen.findByText(/бала кезектен алынады: өтініш бұрын бір рет қалпына келтірілген/)
})

test('the family came: the term stops, that is said, and the child may still be accepted or refused', async () => {
  const noted = { stopped_by: 'came', stopped_at: '2026-11-29T10:00:00+05:00' }
  await show({ '/search': REFERRAL, '/arrival': noted })
  await screen.findByText('Қабылдап, қол қойыңыз')
  fireEvent.click(screen.getByRole('button', { name: 'Келді' }))
  await screen.findByText('Отбасы келді, жолдаманың мерзімі тоқтады.')
  expect(screen.queryByText('Қабылдап, қол қойыңыз')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Келді' })).toBeNull()
  screen.getByRole('button', { name: 'БМҰ-ға қабылдау' })
  screen.getByRole('button', { name: 'Қабылдаудан бас тарту' })
})

test('a refusal needs a reason and words, then says what comes of it before it is signed', async () => {
  await show({ '/search': REFERRAL, '/refusal/acts': never })
  fireEvent.click(await screen.findByRole('button', { name: 'Қабылдаудан бас тарту' }))
  fireEvent.click(screen.getByRole('button', { name: 'Қабылдаудан бас тарту' }))
  screen.getAllByText('Себебін таңдаңыз')
  screen.getAllByText('Себебін өз сөзіңізбен жазыңыз')
  fireEvent.click(screen.getByRole('radio', { name: 'топта бос орын жоқ' }))
  fireEvent.change(screen.getByLabelText('Түсіндірме'), { target: { value: ' Топ толық. ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Қабылдаудан бас тарту' }))
  await screen.findByRole('heading', { name: 'Бас тартуға ЭЦҚ арқылы қол қою' })
})

test('while an officer decides nothing is done, and once overruled the child must be accepted', async () => {
  const refusal = { reason: 'no_room', words: 'Топ толық.', refused_at: '2026-11-29T10:00:00+05:00', outcome: null }
  let found: object = { ...REFERRAL, stopped_by: 'refusal', refusal: { ...refusal, decision_words: '' } }
  await show({ '/search': () => found })
  await screen.findByText('Бас тарту білім бөлімінің уәкілетті тұлғасында қаралуда.')
  screen.getByText('топта бос орын жоқ')
  expect(screen.queryByRole('button', { name: 'БМҰ-ға қабылдау' })).toBeNull()
  const decided = { ...refusal, outcome: 'overruled', decision_words: 'Орын бар.' }
  found = { ...REFERRAL, stopped_by: 'overruled', must_be_accepted: true, refusal: decided }
  await find()
  await screen.findByText('Уәкілетті тұлға бас тартуды растамады: баланы қабылдауға міндеттісіз.')
  screen.getByText('Орын бар.')
  screen.getByRole('button', { name: 'БМҰ-ға қабылдау' })
  expect(screen.queryByRole('button', { name: 'Қабылдаудан бас тарту' })).toBeNull()
})

test('where papers come first, the child is not accepted before them', async () => {
  await show({ '/search': { ...REFERRAL, papers_first: true } })
  await screen.findByText(/алдымен отбасы құжаттарын жүйе арқылы тапсырады/)
  expect(screen.queryByRole('button', { name: 'БМҰ-ға қабылдау' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Келді' })).toBeNull()
})
