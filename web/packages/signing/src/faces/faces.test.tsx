import { ApiError, type AuthOwnerView, makeQueryClient, type Problem } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act as settled, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Document } from '../act/document'
import type { ActState } from '../act/state'
import type { Act } from '../act/useAct'
import type { EdsState } from '../eds/EdsFlow'
import { NCALAYER_FAILURES, NcalayerError } from '../ncalayer/failure'
import { aRequest } from '../testing/fakeNcalayer'
import { EdsSignIn } from './EdsSignIn'
import { SignPanel } from './SignPanel'

const DOCUMENT: Document = {
  id: 'act-1',
  statement: ['Мен, Үлгіева Сәуле, «Үлгі» балабақшасын таңдаймын.', 'Жолдама 5 жұмыс күні жарамды.'],
  facts: '{}',
  base64: '',
  request: aRequest(),
}
const OWNER: AuthOwnerView = {
  name: 'ҮЛГІЕВА СӘУЛЕ',
  iin: '991399000009',
  owner: 'individual',
  bin: null,
  valid_until: '2027-05-14T05:00:00Z',
}
const refused = (code: string, status = 422) => new ApiError({ code, status, params: {} } as unknown as Problem)

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function show(page: ReactNode) {
  await settled(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>{page}</Suspense>
      </QueryClientProvider>,
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
}

async function panel(state: ActState<unknown>) {
  const act = { state, begin: vi.fn(), sign: vi.fn(), cancel: vi.fn() } satisfies Act<unknown>
  await show(<SignPanel act={act} label="Қол қою және жіберу" />)
  return act
}

async function signIn(state: EdsState) {
  const eds = { state, choose: vi.fn(), enter: vi.fn(), cancel: vi.fn() }
  await show(<EdsSignIn eds={eds} />)
  return eds
}

test('who has the manual alone finds the words of its window before anything went wrong', async () => {
  await panel({ at: 'ready', document: DOCUMENT })
  for (const old of ['Сіздің компьютеріңіз', 'Сақтау орны', 'Таңдалынған кілттің деректері', 'Кілттер тізімін жаңарту'])
    await screen.findByText(new RegExp(`«${old}»`))
})

const button = (name: string) => screen.getByRole('button', { name })
const spoken = () => screen.getByRole('status').textContent
const alarm = async () => (await screen.findByRole('alert')).textContent

test('shown, it fetches the document', async () => {
  const act = await panel({ at: 'start' })
  await vi.waitFor(() => expect(act.begin).toHaveBeenCalledOnce())
})

test('the statement stands in full directly above its button', async () => {
  const act = await panel({ at: 'ready', document: DOCUMENT })
  const paper = screen.getByRole('region', { name: 'Қол қойылатын мәтін' })
  for (const sentence of DOCUMENT.statement) expect(paper.textContent).toContain(sentence)
  const sign = button('Қол қою және жіберу')
  expect(paper.nextElementSibling).toBe(sign)
  fireEvent.click(sign)
  expect(act.sign).toHaveBeenCalledOnce()
  const [steps] = screen.getAllByRole('list')
  expect([...(steps?.children ?? [])].map((step) => step.textContent)).toEqual([
    '1. Құжат дайын',
    '2. Қол қою (NCALayer)',
    '3. Қолтаңбаны тексеру',
  ])
})

test.each([
  [{ at: 'signing', document: DOCUMENT }, 1, 'NCALayer терезесі ашылды'],
  [{ at: 'signing', document: DOCUMENT, browserAsks: true }, 1, '«Рұқсат беру»'],
  [{ at: 'elsewhere', document: DOCUMENT }, 1, 'басқа қойындыда'],
  [{ at: 'checking', document: DOCUMENT, lost: false }, 2, 'Қолтаңба тексерілуде'],
  [{ at: 'checking', document: undefined, lost: false }, 2, 'Қолтаңба тексерілуде'],
  [{ at: 'checking', document: DOCUMENT, lost: true }, 2, 'қайта қол қоймаңыз'],
  [
    { at: 'checking', document: DOCUMENT, lost: false, waitsFor: refused('revocation_unavailable', 503) },
    2,
    'уақыты жазылды',
  ],
] as [ActState<unknown>, number, string][])(
  'on its way, the button is off and it is said what goes on: %j',
  async (state, step, words) => {
    const act = await panel(state)
    expect(spoken()).toContain(words)
    expect(screen.getAllByRole('listitem')[step]?.getAttribute('aria-current')).toBe('step')
    const sign = screen.queryByRole('button', { name: 'Қол қою және жіберу' })
    expect(sign?.getAttribute('aria-disabled') ?? 'true').toBe('true')
    expect(screen.queryByRole('button', { name: 'Болдырмау' })).toBeNull()
    expect(act.begin).not.toHaveBeenCalled()
  },
)

test('after ten seconds one still waits, and may stop waiting', async () => {
  const act = await panel({ at: 'signing', document: DOCUMENT })
  cleanup()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  await show(<SignPanel act={act} />)
  await settled(() => vi.advanceTimersByTimeAsync(10_000))
  expect(spoken()).toContain('Әлі күтіп тұрмыз')
  fireEvent.click(button('Болдырмау'))
  expect(act.cancel).toHaveBeenCalledOnce()
})

test.each(NCALAYER_FAILURES)('NCALayer: %s is explained, with what did not happen and what to do', async (reason) => {
  const act = await panel({ at: 'ready', document: DOCUMENT, trouble: new NcalayerError(reason, 'own words') })
  const shown = reason === 'cancelled' ? screen.getAllByRole('status').at(0)?.textContent : await alarm()
  expect(shown).toContain('Ештеңеге қол қойылған жоқ.')
  expect(shown?.length).toBeGreaterThan(100)
  if (reason === 'protocol') expect(shown).toContain('own words')
  fireEvent.click(button('Қайталап көру'))
  expect(act.sign).toHaveBeenCalledOnce()
})

test('a refusal of the service is shown in its own words', async () => {
  await panel({ at: 'ready', document: DOCUMENT, trouble: refused('signer_is_another_person') })
  expect(await alarm()).toContain('басқа адамның кілті')
})

test('where the act is over, another one may be begun', async () => {
  const act = await panel({ at: 'over', trouble: refused('act_expired', 409) })
  expect(await alarm()).toContain('уақыт өтіп кетті')
  fireEvent.click(button('Құжатты қайта дайындау'))
  expect(act.begin).toHaveBeenCalledOnce()
})

test('on a phone it says that NCALayer is on computers only', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
  await panel({ at: 'ready', document: DOCUMENT })
  expect(screen.getByText('NCALayer тек компьютерде жұмыс істейді.')).toBeTruthy()
})

test('whose key was chosen is seen before «Кіру», with whose it must be', async () => {
  const eds = await signIn({ at: 'chosen', owner: OWNER })
  const chosen = screen.getByRole('region', { name: 'Таңдалған кілттің иесі' })
  for (const fact of ['ҮЛГІЕВА СӘУЛЕ', '991399 000009', 'жеке тұлғаның кілті', '2027 жылғы 14 мамыр']) {
    expect(chosen.textContent.replaceAll('\u00a0', ' ')).toContain(fact)
  }
  expect(screen.getByText(/есептік жазба тіркелген жеке тұлғаның ЭЦҚ пайдалану қажет!/)).toBeTruthy()
  expect(spoken()).toContain('ҮЛГІЕВА СӘУЛЕ')
  fireEvent.click(button('Басқа кілтті таңдау'))
  expect(eds.choose).toHaveBeenCalledOnce()
  fireEvent.click(button('Кіру'))
  expect(eds.enter).toHaveBeenCalledOnce()
})

test("an organisation's key is shown, and opens nothing", async () => {
  await signIn({ at: 'chosen', owner: { ...OWNER, owner: 'head', bin: '990000000001' } })
  expect(screen.getByText('ұйымның кілті, БСН 990000000001')).toBeTruthy()
  expect(await alarm()).toContain('онымен кіруге болмайды')
  expect(screen.queryByRole('button', { name: 'Кіру' })).toBeNull()
})

test('a key for signing is met with the way to the keys for login', async () => {
  const eds = await signIn({ at: 'start', trouble: refused('certificate_wrong_purpose') })
  await alarm()
  fireEvent.click(button('Тек кіру кілттерін (AUTH_RSA) көрсету'))
  expect(eds.choose).toHaveBeenCalledWith('login')
})

test('what fails before signing in says that nobody is signed in', async () => {
  const eds = await signIn({ at: 'start', trouble: new NcalayerError('not_running') })
  expect(await alarm()).toContain('Сіз әлі кірген жоқсыз')
  fireEvent.click(button('Қайталап көру'))
  expect(eds.choose).toHaveBeenCalledWith()
})

test('an act that is over takes the focus from a button that is gone, and from nothing else', async () => {
  const over = { at: 'over', trouble: refused('place_taken', 409) } as const
  await panel(over)
  expect(await screen.findByRole('alert')).toBe(document.activeElement)
  cleanup()
  const elsewhere = document.body.appendChild(document.createElement('button'))
  elsewhere.focus()
  await panel(over)
  await screen.findByRole('alert')
  expect(document.activeElement).toBe(elsewhere)
  elsewhere.remove()
})
