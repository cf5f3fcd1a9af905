import { kindergartenTexts } from '@kezek/i18n'
import { placeTexts } from '@kezek/place-choice'
import { signingTexts } from '@kezek/signing'
import { type Answers, ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import ChoosePage from './ChoosePage'
import { chooseTexts } from './texts'

const FAR = '2099-12-04T00:00:00+05:00'
const ID = '00000000-0000-4000-8000-000000000000'
const HELD = place('held', '«Жұлдыз»', { free_choice: false, held_until: FAR })
const PLACES = [HELD, place('1', '«Құлпынай»', { language: 'ru' }), place('2', '«Ақбота»')]

function place(id: string, name: string, more: object = {}) {
  const kindergarten = {
    id: name,
    name: { kk: name },
    address: { kk: 'Үлгі көшесі, 7' },
    phone: '77999000001',
    location: null,
  }
  const rest = {
    language: 'kk',
    kind: 'general',
    group_year: 2022,
    free_choice: true,
    held_until: null,
    obstacle: null,
    opens_at: null,
    ...more,
  }
  return { place_id: id, kindergarten: { ...kindergarten, ownership: 'state' }, ...rest }
}

function information(more: object = {}) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const rest = { languages: ['kk'], group_year: 2022, turn: null, referral: null, stop_listed_until: null, ...more }
  const state = { code: 'queued', text: '', since: FAR }
  return { information: { application_id: ID, child, state, ...rest }, history: [], documents: [] }
}

function refusal(code: string, params: object = {}) {
  return { code, status: 409, params }
}

function show(places: object, more: Answers = {}, step = '') {
  return showPage({
    page: <ChoosePage />,
    path: '/choose/:id',
    address: `/choose/${ID}${step}`,
    texts: [chooseTexts, placeTexts, applicationTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/referrals/choices': { items: [] },
      '/places': places,
      ...more,
      [`/applications/${ID}`]: more.application ?? information(),
    },
  })
}

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear() // where a begun act is remembered
})

test('until when, the place held for the child first, then those in free choice by name', async () => {
  await show({ items: PLACES })
  await screen.findByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  screen.getByText(/Үлгермесеңіз, бұл орын кезектегі барлық балаға ашылады/)
  screen.getByText(/Алихан үшін лайықты басқа орын сақталады/)
  screen.getByText(/Мұндай орын таңдалса, Алихан үшін сақталған орын келесі балаға ұсынылады/)
  const ways = screen.getAllByRole('link', { name: /^Таңдау/ })
  expect(ways.map((way) => way.getAttribute('href'))).toEqual(
    ['held', '2', '1'].map((id) => `/choose/${ID}?place=${id}`),
  )
  expect(screen.getAllByText('Бұл тіл өтініште көрсетілмеген.')).toHaveLength(1)
})

test('the list is filtered by language and name, and says of how many', async () => {
  await show({ items: PLACES })
  fireEvent.click(await screen.findByRole('radio', { name: 'қазақ' }))
  screen.getByText('Көрсетілгені: 2, барлығы: 3')
  fireEvent.change(screen.getByLabelText('Атауы бойынша іздеу'), { target: { value: 'ақбота' } })
  screen.getByText('Көрсетілгені: 1, барлығы: 3')
  fireEvent.click(screen.getByRole('button', { name: 'Сүзгілерді тазалау' }))
  screen.getByText('Көрсетілгені: 3, барлығы: 3')
})

test('no place is said outright, with what will change it', async () => {
  await show({ items: [] })
  await screen.findByText('Қазір таңдайтын бос орын жоқ.')
  screen.getByText(/Алихан кезектегі өз орнында тұр/)
  expect(screen.getByRole('link', { name: 'Кезектегі орнын көру' }).getAttribute('href')).toBe(`/queue/${ID}`)
})

test.each([
  ['open_referral_exists', {}, /Алихан үшін орын таңдалған/, `/referral/${ID}`],
  ['child_too_young', { from_day: '2027-01-10' }, /2027 жылғы 10 қаңтар күнінен бастап/, `/queue/${ID}`],
  ['child_too_old', {}, /балабақша жасынан асқан/, `/queue/${ID}`],
  ['choice_not_allowed', { status: 'enrolled' }, /Қазір орын таңдауға болмайды/, `/queue/${ID}`],
  ['application_not_found', {}, /Өтініш кезекке қойылып жатыр/, `/queue/${ID}`],
])('why nobody may choose now: %s', async (code, params, said, way) => {
  await show(refusal(code, params))
  await screen.findByText(said)
  const ways = screen.getAllByRole('link').map((each) => each.getAttribute('href'))
  expect(ways).toContain(way)
})

test('whom the stop list holds reads until when', async () => {
  const application = information({ stop_listed_until: FAR })
  await show(refusal('choice_not_allowed', { status: 'stop_listed' }), { application })
  await screen.findByText(/Стоп-тізімде 3 желтоқсан, бейсенбі, сағат 24:00-ге дейін/)
})

test('before the signature: the place, what cannot be undone, and what is signed', async () => {
  const bytes = btoa(JSON.stringify({ statement: ['Statement.'] }))
  const document = { act_id: 'act', document_base64: bytes, ncalayer: {} }
  await show({ items: PLACES }, { '/choices/acts': document }, '?place=1')
  await screen.findByRole('heading', { name: '«Құлпынай»' })
  screen.getByText(/бірінші қол қойған отбасыға беріледі/)
  screen.getByText(/қысқа мерзім ішінде ғана жоюға болады/)
  await screen.findByText('Statement.')
  screen.getByRole('button', { name: 'Қол қою және жіберу' })
})

test('a place that was taken meanwhile is told, with the way to the others', async () => {
  const items = [...PLACES]
  const taken = () => {
    items.length = 1
    return refusal('place_taken')
  }
  await show(() => ({ items }), { '/choices/acts': taken }, '?place=1')
  await screen.findByText(/Бұл орынды басқа отбасы алып қойды/)
  expect(screen.queryByRole('button', { name: 'Қол қою және жіберу' })).toBeNull()
  expect(screen.getAllByRole('link', { name: 'Басқа орынды таңдау' }).at(-1)?.getAttribute('href')).toBe(
    `/choose/${ID}`,
  )
})

test('a place that is in the list no more is said to be gone', async () => {
  await show({ items: [HELD] }, {}, '?place=1')
  await screen.findByText('Бұл орын енді бос емес.')
  screen.getByText(/кезектегі орнын жоғалтқан жоқ/)
})

test('what others hold may be taken too, and what may not says why', async () => {
  const others = [
    place('3', '«Айгөлек»', { free_choice: false }),
    place('4', '«Балапан»', { free_choice: false, obstacle: 'place_needed' }),
    place('5', '«Балдәурен»', { free_choice: false, obstacle: 'place_opens_later', opens_at: FAR }),
    place('6', '«Ақбота»', { obstacle: 'child_too_old' }),
  ]
  await show({ items: [HELD, ...others] })
  await screen.findByText(/ешкім орынсыз қалмайды/)
  screen.getByText(/онсыз оған лайықты орын қалмайды/)
  screen.getByText(/Еркін таңдауға ашылатын уақыты: 4 желтоқсан/)
  screen.getByText(/еркін таңдаудағы орынға қабылданатын жастан асқан/)
  const ways = screen.getAllByRole('link', { name: /^Таңдау/ }).map((way) => way.getAttribute('href'))
  expect(ways).toEqual(['held', '3'].map((id) => `/choose/${ID}?place=${id}`))
})

test('a point is set on the map by keys, and the nearest kindergarten comes first', async () => {
  const at = (latitude: number, longitude: number) => ({ location: { latitude, longitude } })
  const items = [place('1', '«Ақбота»'), place('2', '«Құлпынай»')]
  Object.assign(items[0]?.kindergarten ?? {}, at(53.3, 69.4))
  Object.assign(items[1]?.kindergarten ?? {}, at(53.28, 69.4))
  await show({ items })
  const map = await screen.findByRole('application', { name: 'Балабақшалардың қарапайым картасы' })
  for (let steps = 0; steps < 10; steps++) fireEvent.keyDown(map, { key: 'ArrowDown' })
  screen.getByText('Белгіленген нүктеден 550 м (түзу сызықпен).')
  const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
  expect(names).toEqual(['1. «Құлпынай»', '2. «Ақбота»'])
  expect(JSON.parse(localStorage.getItem('kezek.point') ?? '{}')).toMatchObject({ longitude: 69.4 })
  fireEvent.click(screen.getByRole('button', { name: 'Нүктені өшіру' }))
  expect(localStorage.getItem('kezek.point')).toBeNull()
})

test('a tap on the map sets the point, a finger that scrolls past does not', async () => {
  const items = [place('1', '«Ақбота»')]
  Object.assign(items[0]?.kindergarten ?? {}, { location: { latitude: 53.3, longitude: 69.4 } })
  await show({ items })
  const map = await screen.findByRole('application', { name: 'Балабақшалардың қарапайым картасы' })
  map.getBoundingClientRect = () => new DOMRect(0, 0, 400, 300)
  fireEvent.pointerDown(map, { clientX: 200, clientY: 200 })
  fireEvent.pointerMove(map, { clientX: 200, clientY: 120 })
  fireEvent.pointerUp(map, { clientX: 200, clientY: 120 })
  expect(localStorage.getItem('kezek.point')).toBeNull()
  fireEvent.pointerDown(map, { clientX: 200, clientY: 200 })
  fireEvent.pointerUp(map, { clientX: 202, clientY: 199 })
  expect(localStorage.getItem('kezek.point')).not.toBeNull()
})

test('the point is dragged, with its tip as far from the finger as it was taken', async () => {
  localStorage.setItem('kezek.point', JSON.stringify({ latitude: 53.3, longitude: 69.4 }))
  const items = [place('1', '«Ақбота»')]
  Object.assign(items[0]?.kindergarten ?? {}, { location: { latitude: 53.3, longitude: 69.4 } })
  await show({ items })
  const map = await screen.findByRole('application', { name: 'Балабақшалардың қарапайым картасы' })
  const [, , width = 0, height = 0] = (map.getAttribute('viewBox') ?? '').split(' ').map(Number)
  map.getBoundingClientRect = () => new DOMRect(0, 0, width, height)
  const tip = () =>
    /^M([\d.]+) ([\d.]+)/
      .exec(map.querySelector('g > path')?.getAttribute('d') ?? '')
      ?.slice(1)
      .map(Number)
  const grip = map.querySelector('g:not([aria-hidden])')
  if (!grip) throw new Error('no point')
  grip.setPointerCapture = vi.fn()
  const [x = 0, y = 0] = tip() ?? []
  fireEvent.pointerMove(grip, { clientX: 5, clientY: 5 })
  expect(tip()).toEqual([x, y])
  fireEvent.pointerDown(grip, { clientX: x, clientY: y - 10 })
  fireEvent.pointerMove(grip, { clientX: x + 40, clientY: y + 20 })
  fireEvent.pointerUp(grip, { clientX: x + 40, clientY: y + 20 })
  expect(tip()?.map(Math.round)).toEqual([x + 40, y + 30].map(Math.round))
})

test('twins who were called together choose by one signature', async () => {
  const twin = { application_id: 'twin', child: { given_name: 'Айгерім' } }
  const sent: unknown[] = []
  const document = { act_id: 'act', document_base64: btoa(JSON.stringify({ statement: ['Statement.'] })), ncalayer: {} }
  await show(
    { items: PLACES },
    {
      '/referrals/choices': { items: [{ application_id: ID, together: ['twin'] }] },
      '/applications/applications': { items: [twin], next: null },
      '/choices/acts': async (request) => {
        sent.push(await request.json())
        return document
      },
    },
    '?place=1',
  )
  fireEvent.change(await screen.findByLabelText('Айгерім үшін орын'), { target: { value: '2' } })
  await vi.waitFor(() =>
    expect(sent.at(-1)).toEqual({ place_id: '1', twins: [{ application_id: 'twin', place_id: '2' }] }),
  )
})
