import { admissionTexts, kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'

import { contractTexts } from '../../shared/contract/texts'
import { forgetKept } from '../../shared/kept'
import PapersPage from './PapersPage'
import { papersTexts } from './texts'

const AT = '2026-11-29T05:00:00Z'
const SCAN = { media_type: 'application/pdf', size: 2048 }
const CHILD = {
  application_id: 'a',
  application_number: '10.UO.2026.00001.1',
  district: '1110',
  status: 'referred',
  referral_id: '00000000-0000-4000-8000-000000000001',
  referral_number: '1000000101',
  issued_at: AT,
  ends_at: '2026-12-04T19:00:00Z',
  last_day: '2026-12-04',
  child_iin: '991399000009',
  child_name: 'Үлгіев Алихан',
  child_birth_date: '2022-03-08',
  kindergarten_id: 'k',
  kindergarten_name: { kk: '«Жұлдыз»' },
  kindergarten_address: { kk: 'Үлгі көшесі, 7' },
  kindergarten_phone: '77999000001',
  group_year: 2022,
  language: 'kk',
  may_submit: true,
  papers_first: true,
  then_inactive: true,
  number: null,
  state: null,
  returned: null,
  kept: [] as object[],
  applicant: {
    iin: '991399001809',
    name: 'Үлгіева Әсем',
    birth_date: null,
    identity: null,
    address: null,
    email: 'a@example.kz',
    phone: '77990000001',
  },
  files: 3,
  megabytes: 10,
}

function show(...items: object[]) {
  return showAnswered({ items })
}

function showAnswered(
  awaited: object | (() => object | Promise<object>),
  uploads: object | ((request: Request) => object) = { items: [] },
  acts: object | (() => object) = {},
) {
  return showPage({
    page: <Visited />,
    path: '/papers',
    address: '/papers',
    texts: [papersTexts, contractTexts, admissionTexts, kindergartenTexts, filesTexts, signingTexts],
    answers: {
      '/auth/me': ME,
      '/referrals/awaited-papers': awaited,
      '/applications/applicant': { applicant: { address: 'Абай көшесі, 7' } },
      '/documents/uploads': uploads,
      '/papers/acts': acts,
      '/contract': { document_id: 'paper', number: '1110-2026-000017', receipt: 'vouched' },
    },
  })
}

/** The page, which may be left and come back to. */
function Visited() {
  const [times, setTimes] = useState(1)
  return (
    <>
      <button onClick={() => setTimes(times + 1)}>left and come back</button>
      <PapersPage key={times} />
    </>
  )
}

async function begins() {
  fireEvent.click(await screen.findByLabelText('Нұсқаулықпен таныстым'))
  fireEvent.click(screen.getByRole('button', { name: 'Өтініш беру' }))
}

function types(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

const MEGABYTE = 1024 * 1024

/** One scan of each form that so many megabytes are said of. */
const handedIn = (megabytes: Record<string, number>) => (request: Request) => {
  const draft = new URL(request.url).searchParams.get('draft_id') ?? ''
  const found = Object.entries(megabytes).filter(([code]) => draft.slice(24).startsWith(code))
  const none = { fault: null, receipt: 'signed', state: 'ready' }
  return {
    items: found.map(([code, size]) => ({
      ...none,
      id: code,
      name: `${code}.pdf`,
      size: size * MEGABYTE,
      received: 0,
    })),
  }
}

async function saysWho() {
  await begins()
  types('Жеке куәлік нөмірі', '012345678')
  types('Берген орган', 'ҚР ІІМ')
  types('Жарамдылық мерзімі', '2099-01-01')
  fireEvent.click(screen.getByRole('button', { name: 'Келесі қадам' }))
}

afterEach(() => {
  cleanup()
  forgetKept('papers')
  sessionStorage.clear()
})

test('without an active referral it is said so, and when papers are handed in', async () => {
  await show()
  await screen.findByText('Қазір белсенді жолдамасы бар балаңыз жоқ.')
})

test('nobody begins without the tick, and the term is told with what follows', async () => {
  await show(CHILD)
  await screen.findByText(/ваучер жарамсыз болады/)
  fireEvent.click(screen.getByRole('button', { name: 'Өтініш беру' }))
  expect(await screen.findAllByText('Нұсқаулықпен танысқаныңызды растаңыз')).not.toHaveLength(0)
})

test('all of step 1 is filled in before step 2; the register has filled in the address', async () => {
  await show(CHILD)
  await begins()
  expect(screen.getByLabelText<HTMLInputElement>('Өтініш берушінің мекенжайы').value).toBe('Абай көшесі, 7')
  fireEvent.click(screen.getByRole('button', { name: 'Келесі қадам' }))
  expect(await screen.findAllByText('Бұл жолды толтырыңыз')).not.toHaveLength(0)
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('a number that is none and a card out of date are told at their fields, in step 1', async () => {
  await show(CHILD)
  await begins()
  const number = screen.getByLabelText<HTMLInputElement>('Жеке куәлік нөмірі')
  expect(number.inputMode).toBe('')
  types('Жеке куәлік нөмірі', 'ABC12')
  types('Берген орган', 'ҚР ІІМ')
  types('Жарамдылық мерзімі', '2026-01-01')
  fireEvent.click(screen.getByRole('button', { name: 'Келесі қадам' }))
  await screen.findByRole('link', { name: /^Құжаттың нөмірін дәл өзіндегідей енгізіңіз/ })
  screen.getByRole('link', { name: /^Бұл құжаттың мерзімі өткен/ })
  const marked = (label: string) => screen.getByLabelText(label).getAttribute('aria-invalid')
  expect([marked('Жеке куәлік нөмірі'), marked('Жарамдылық мерзімі'), marked('Берген орган')]).toEqual([
    'true',
    'true',
    null,
  ])
  types('Жеке куәлік нөмірі', 'kz 1234567')
  types('Жарамдылық мерзімі', '2099-01-01')
  fireEvent.click(screen.getByRole('button', { name: 'Келесі қадам' }))
  await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' })
})

test('what is refused of step 1 at the signature leads back to its field, and the child stays ticked', async () => {
  const fields = [{ field: 'body.identity.issued_by', code: 'line_invalid' }]
  const acts = () => refusal('request_invalid', 422, { fields })
  await showAnswered({ items: [CHILD] }, handedIn({ '0065': 1, '0027': 1, '0522': 1 }), acts)
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Келісімшартты оқыдым, шарттарымен келісемін' }))
  await screen.findByText('Барлығы: 3 МБ / 10 МБ')
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  await screen.findByRole('link', { name: 'Бұл мәтінде пайдалануға болмайтын таңбалар бар' })
  expect(screen.getByLabelText('Берген орган').getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: 'Келесі қадам' }))
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Үлгіев Алихан' })).checked).toBe(true)
})

test('the tick beside a name opens its papers, each form is asked for', async () => {
  await show(CHILD)
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText(/сапалы көшірмесін ғана тіркеңіз/)
  screen.getByText('Баланың ЖСН-і')
  for (const form of ['065', '027', '052-2']) screen.getByRole('group', { name: `№ ${form}/у нысаны` })
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  expect(await screen.findAllByText(/Осы нысанды тіркеңіз/)).not.toHaveLength(0)
})

test('the contract is read by its link, and nobody goes on to sign without the tick', async () => {
  await show(CHILD)
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  const link = await screen.findByRole('link', { name: '№ 1110-2026-000017 келісімшартты оқу (PDF)' })
  expect(link.getAttribute('href')).toBe('/api/documents/documents/paper')
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  expect(await screen.findAllByText('Келісімшартты оқып, белгі қойыңыз')).not.toHaveLength(0)
  const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Келісімшартты оқыдым, шарттарымен келісемін' })
  fireEvent.click(tick)
  expect(tick.checked).toBe(true)
})

test('how much all forms take of their common limit is told, and what does not fit beside them is not added', async () => {
  await showAnswered({ items: [CHILD] }, handedIn({ '0065': 6, '0027': 3.2 }))
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText('Барлығы: 9,2 МБ / 10 МБ')
  const field = screen.getByRole('group', { name: '№ 052-2/у нысаны' })
  const scan = new File([new Uint8Array(MEGABYTE)], 'large.pdf', { type: 'application/pdf' })
  const input = field.querySelector('input[type=file]') ?? field
  fireEvent.change(input, { target: { files: [scan] } })
  await screen.findByText(/^Барлық нысанның файлдары бірге 10 МБ-тан аспауы керек. «large.pdf»/)
  screen.getByText('Барлығы: 9,2 МБ / 10 МБ')
})

test('what was refused is not counted with the others; one file too many of all forms is', async () => {
  const refused = { id: 'r', name: 'virus.pdf', size: 5 * MEGABYTE, received: 0, state: 'refused', fault: 'infected' }
  const uploads = (request: Request) => {
    const { items } = handedIn({ '0065': 6, '0027': 1 })(request)
    return { items: items.flatMap((item) => [item, { ...refused, id: `${item.id}r` }]) }
  }
  await showAnswered({ items: [{ ...CHILD, files: 2 }] }, uploads)
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText('Барлығы: 7 МБ / 10 МБ')
  expect(screen.queryByText(/^Барлық нысанға бірге ең көбі/)).toBeNull()
  cleanup()
  await showAnswered({ items: [{ ...CHILD, files: 2 }] }, handedIn({ '0065': 1, '0027': 1, '0522': 1 }))
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText(/^Барлық нысанға бірге ең көбі 2 файл/)
})

test('nobody goes on to sign with more than the limit of all forms', async () => {
  const kept = [{ ...SCAN, size: 4 * MEGABYTE, file_id: '065', form: '065', name: '065.pdf' }]
  await showAnswered({ items: [{ ...CHILD, kept }] }, handedIn({ '0027': 4, '0522': 3 }))
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText('Барлығы: 11 МБ / 10 МБ')
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Келісімшартты оқыдым, шарттарымен келісемін' }))
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  await screen.findByRole('link', { name: /^Барлық нысанның файлдары бірге 10 МБ-тан аспауы тиіс/ })
  screen.getByRole('button', { name: 'Қол қоюға өту' })
})

test('where a policy takes fewer files than there are forms one form is asked for, not each', async () => {
  await showAnswered({ items: [{ ...CHILD, files: 1 }] }, handedIn({ '0027': 1 }))
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText('Барлығы: 1 МБ / 10 МБ')
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  expect(await screen.findAllByText('Келісімшартты оқып, белгі қойыңыз')).not.toHaveLength(0)
  expect(screen.queryByText(/Осы нысанды тіркеңіз/)).toBeNull()
})

test('of returned papers the reason stands there, and the good ones stay', async () => {
  const returned = { flaw: 'unreadable', words: '027/у бұлыңғыр', at: AT }
  const kept = ['065', '027', '052-2'].map((form) => ({ ...SCAN, file_id: form, form, name: `${form}.pdf` }))
  await show({ ...CHILD, state: 'rejected', number: '110.2026.1', returned, kept })
  await saysWho()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Үлгіев Алихан' }))
  await screen.findByText('027/у бұлыңғыр')
  expect(screen.queryByRole('group', { name: '№ 027/у нысаны' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Ауыстыру: № 027/у нысаны' }))
  await screen.findByRole('group', { name: '№ 027/у нысаны' })
  screen.getByText('Бұрын тапсырылған файл қалады: 065.pdf')
})

test('whose papers the kindergarten has cannot be ticked, and what was handed in is led to', async () => {
  await show({ ...CHILD, may_submit: false, state: 'submitted', status: 'papers_submitted', ends_at: null })
  await saysWho()
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Үлгіев Алихан' })).disabled).toBe(true)
  screen.getByRole('link', { name: 'Тапсырылған өтінімді қарау' })
})

test('what was said the last time need not be typed again', async () => {
  const identity = { number: '012345678', issued_by: 'ҚР ІІМ', valid_until: '2099-01-01' }
  await show({ ...CHILD, applicant: { ...CHILD.applicant, identity, address: 'Сарыарқа көшесі, 1' } })
  await begins()
  const said = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value
  expect(said('Жеке куәлік нөмірі')).toBe('012345678')
  expect(said('Өтініш берушінің мекенжайы')).toBe('Сарыарқа көшесі, 1')
})

test('who comes back does not begin with a list of before the last papers', async () => {
  const identity = { number: '012345678', issued_by: 'ҚР ІІМ', valid_until: '2099-01-01' }
  const now = { ...CHILD, state: 'rejected', applicant: { ...CHILD.applicant, identity } }
  let asked = 0
  let tell: (answer: object) => void = () => undefined
  const later = new Promise<object>((resolve) => (tell = resolve))
  await showAnswered(() => (asked++ === 0 ? { items: [CHILD] } : later))
  await screen.findByLabelText('Нұсқаулықпен таныстым')
  fireEvent.click(screen.getByRole('button', { name: 'left and come back' }))
  expect(screen.queryByLabelText('Нұсқаулықпен таныстым')).toBeNull()
  tell({ items: [now] })
  await begins()
  expect(screen.getByLabelText<HTMLInputElement>('Жеке куәлік нөмірі').value).toBe('012345678')
})
