import { kindergartenTexts } from '@kezek/i18n'
import { placeTexts } from '@kezek/place-choice'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import ChooseAtCounterPage from './ChooseAtCounterPage'
import { Done } from './Done'
import { chooseAtCounterTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const CHILD = { iin: '991399000009', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
const TWIN = { application_id: 'twin', number: '34.UO.2026.00001.2', child: { ...CHILD, given_name: 'Айгерім' } }
const INFORMATION = {
  application_id: 'a',
  number: '34.UO.2026.00001.1',
  child: CHILD,
  group_year: 2022,
  languages: ['kk'],
  turn: {},
}
const OPENED = { information: INFORMATION, claims: [], twins: [TWIN], likely: [], statement: [], own: false }
const HELD = place('held', '«Жұлдыз»', { free_choice: false, held_until: FAR })
const FREE = place('free', '«Ақбота»')
const NEEDED = place('needed', '«Балапан»', { free_choice: false, obstacle: 'place_needed' })

function place(id: string, name: string, more: object = {}) {
  const kindergarten = { id: name, name: { kk: name }, address: { kk: 'Үлгі көшесі, 7' }, phone: '77999000001' }
  const plain = { language: 'kk', kind: 'general', group_year: 2022, free_choice: true, held_until: null }
  const garden = { ...kindergarten, ownership: 'state', location: null }
  return { place_id: id, kindergarten: garden, obstacle: null, opens_at: null, ...plain, ...more }
}

function show(places: object, more: Answers = {}, step = '') {
  const texts = [chooseAtCounterTexts, placeTexts, officerSharedTexts, filesTexts, kindergartenTexts, signingTexts]
  return showPage({
    page: <ChooseAtCounterPage />,
    path: '/desk/:id/choose',
    address: `/desk/a/choose${step}`,
    texts,
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1134' }] },
      '/desk/applications/a': OPENED,
      '/applications/form': { files: 2, megabytes: 7 },
      '/applications/a/places': places,
      ...more,
      '/documents/uploads': { items: [] },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('once it is done the card is led to as soon as it knows of the referral', async () => {
  const referral = { referral_id: 'r', referral_number: '1000001101', expires_at: FAR, valid_through: '2099-12-03' }
  const chosen = { application_id: 'a', ...referral, twins: [] }
  const known = { ...OPENED, information: { ...INFORMATION, referral: { number: '1000001101' } } }
  let asked = 0
  await showPage({
    page: <Done chosen={chosen} />,
    path: '/desk/:id/choose',
    address: '/desk/a/choose',
    texts: [chooseAtCounterTexts],
    answers: { '/desk/applications/a': () => (asked++ === 0 ? OPENED : known) },
  })
  await screen.findByText('№ 1000001101 жолдама берілді.')
  expect(screen.queryByRole('link', { name: 'Өтінішті ашу' })).toBeNull()
  const way = await screen.findByRole('link', { name: 'Өтінішті ашу' }, { timeout: 5_000 })
  expect(way.getAttribute('href')).toBe('/desk/a')
})

test('the officer sees what the family would: the held place first, then the others, and why some are kept', async () => {
  await show({ items: [NEEDED, FREE, HELD], together: [] })
  await screen.findByRole('heading', { name: 'Алихан үшін сақталған орын' })
  screen.getByText(/Қағазда жазылған орынды ғана таңдаңыз/)
  screen.getByText(/онсыз оған лайықты орын қалмайды/)
  const ways = screen.getAllByRole('link', { name: /^Таңдау/ }).map((way) => way.getAttribute('href'))
  expect(ways).toEqual(['held', 'free'].map((id) => `/desk/a/choose?place=${id}`))
  expect(screen.queryByRole('link', { name: 'Балабақша туралы' })).toBeNull()
})

test.each([
  [{ then_inactive: false, restored: false }, /Алихан кезектегі өз орнында қалады/],
  [{ then_inactive: true, restored: false }, /өтініш белсенді емес болып қалады.*бір рет қана/],
  [{ then_inactive: true, restored: true }, /Алихан кезектен алынады: өтініш бұрын бір рет/],
])('the family is told what follows if it lets the term pass: %o', async (regime, said) => {
  const opened = { ...OPENED, information: { ...INFORMATION, ...regime } }
  for (const step of ['', '?place=held']) {
    await show({ items: [HELD], together: [] }, { '/desk/applications/a': opened }, step)
    expect((await screen.findByText(/^Үлгермесе/)).textContent).toMatch(said)
    cleanup()
  }
})

test('without the scan, and without knowing who signed it, nothing goes on', async () => {
  await show({ items: [HELD, FREE], together: [] }, {}, '?place=free')
  await screen.findByRole('heading', { name: '«Ақбота»' })
  screen.getByText(/Мұндай орын таңдалса, Алихан үшін сақталған орын келесі балаға ұсынылады/)
  await screen.findByText(/Ең көбі 2 файл, бәрі бірге 7 МБ/)
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  expect(screen.getByRole('alert').textContent).toMatch(/Қағаздың көшірмесін тіркеңіз.*Қағазға кім қол қойғанын/)
})

test('twins who were called together are chosen for by the same paper', async () => {
  const answers = { '/applications/twin/places': { items: [place('other', '«Балдәурен»')], together: ['a'] } }
  await show({ items: [HELD], together: ['twin'] }, answers, '?place=held')
  const wish = await screen.findByLabelText('Айгерім үшін орын')
  expect(wish.textContent).toContain('«Балдәурен»')
})

/** What is prepared: the sentences name a scan by its file's name alone, the facts by its digest. */
function prepared(id: string, paper: readonly string[]) {
  const said = { statement: ['Қағаздың көшірмесі: scan.pdf.'], facts: { paper } }
  const document_base64 = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(said))))
  return { act_id: id, type: 'referrals.choose-at-counter', document_base64, expires_at: FAR, ncalayer: {} }
}

function uploadOf(id: string) {
  const whole = { size: 9, received: 9, part_bytes: 9, state: 'ready', fault: null, media_type: 'application/pdf' }
  return { id, name: 'scan.pdf', ...whole, receipt: `receipt of ${id}`, receipt_expires_at: FAR }
}

test('another scan of the same name is signed by another document, with the twins wish', async () => {
  const uploads = [uploadOf('wrong'), uploadOf('right')]
  const bodies: { paper: string[] }[] = []
  await show(
    { items: [HELD], together: ['twin'] },
    {
      '/applications/twin/places': { items: [place('other', '«Балдәурен»')], together: ['a'] },
      'GET /uploads': { items: uploads },
      '/uploads/wrong': {},
      '/choices/acts': async (request) => {
        const body = (await request.json()) as { paper: string[] }
        bodies.push(body)
        return prepared(`act-${String(bodies.length)}`, body.paper)
      },
      '/acts/act-1': { act_id: 'act-1', state: 'to_sign', refusal: null, prepared: prepared('act-1', ['wrong']) },
    },
    '?place=held',
  )
  fireEvent.change(await screen.findByLabelText('Айгерім үшін орын'), { target: { value: 'other' } })
  await screen.findAllByText('Дайын')
  fireEvent.click(screen.getByRole('checkbox', { name: /жеке басын құжаты бойынша тексердім/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByText('Қағаздың көшірмесі: scan.pdf.')
  const remembered = () => Object.values(sessionStorage) as string[]
  expect(remembered()).toEqual(['act-1'])
  fireEvent.click(screen.getByRole('button', { name: 'Түзету' }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Алып тастау: scan.pdf' })[0] ?? document.body)
  await waitFor(() => expect(screen.getAllByText('Дайын')).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByText('Қағаздың көшірмесі: scan.pdf.')
  const twins = [{ application_id: 'twin', place_id: 'other' }]
  expect(bodies).toEqual([
    { place_id: 'held', twins, paper: ['receipt of wrong', 'receipt of right'] },
    { place_id: 'held', twins, paper: ['receipt of right'] },
  ])
  expect(remembered()).toEqual(['act-2'])
})

test('a place that was taken before the signature is told, and not signed for', async () => {
  const answers = { 'GET /uploads': { items: [uploadOf('a')] }, '/choices/acts': refusal('place_taken', 409) }
  await show({ items: [HELD], together: [] }, answers, '?place=held')
  await screen.findByText(/тек отбасының өзі, өз ЭЦҚ-сымен/)
  await screen.findByText('Дайын')
  fireEvent.click(screen.getByRole('checkbox', { name: /жеке басын құжаты бойынша тексердім/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Келесі' }))
  await screen.findByText(/Бұл орынды басқа отбасы алып қойды/)
  expect(screen.queryByRole('button', { name: 'Қол қою және жіберу' })).toBeNull()
})

test.each([
  ['open_referral_exists', {}, /жолдама/],
  ['child_too_young', { from_day: '2027-01-10' }, /2027/],
])('why nobody may choose for this child now: %s', async (code, params, said) => {
  await show({ ...refusal(code, 409), params })
  expect((await screen.findByRole('alert')).textContent).toMatch(said)
})

test('the own family is left to another officer', async () => {
  await show({ items: [HELD], together: [] }, { '/desk/applications/a': { ...OPENED, own: true } })
  await screen.findByText(/орынды басқа уәкілетті тұлға таңдайды/)
  expect(screen.queryByRole('link', { name: /^Таңдау/ })).toBeNull()
})

test('a place that is in the list no more is said to be gone', async () => {
  await show({ items: [HELD], together: [] }, {}, '?place=free')
  await screen.findByText('Бұл орын енді бос емес.')
  expect(screen.getByRole('link', { name: 'Басқа орынды таңдау' }).getAttribute('href')).toBe('/desk/a/choose')
})
