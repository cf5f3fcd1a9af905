// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { NcalayerError } from '../ncalayer/failure'
import { FakeService, offline, problem, RESULT } from '../testing/fakeService'
import { ActFlow } from './ActFlow'
import type { Document } from './document'
import { recall } from './memory'
import type { ActState } from './state'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://127.0.0.1', protocol: 'http:' }))

const NAME = 'a-child'
let kept: Map<string, string>
let service: FakeService
let ncalayer: (document: Document, signal: AbortSignal) => Promise<string>
let windows: number
const pauses: number[] = []
const opened: (() => void)[] = []

afterEach(() => {
  for (const leave of opened.splice(0)) leave()
})

beforeEach(() => {
  openTab()
  service = new FakeService()
  windows = 0
  pauses.length = 0
  ncalayer = ({ id }) => Promise.resolve(`signature of ${id} by window ${String(windows)}`)
})

/** Another tab has a session storage of its own. */
function openTab(): void {
  kept = new Map<string, string>()
  const mine = kept
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => mine.get(key) ?? null,
    setItem: (key: string, value: string) => mine.set(key, value),
    removeItem: (key: string) => mine.delete(key),
  })
}

function open(name = NAME) {
  const flow = new ActFlow({
    name,
    way: service.way,
    sign: (document, signal) => {
      windows += 1
      return ncalayer(document, signal)
    },
    pause: (ms) => {
      pauses.push(ms)
      return new Promise((resolve) => setTimeout(resolve, 1))
    },
  })
  const leave = flow.enter()
  opened.push(leave)
  const seen: ActState<unknown>[] = []
  flow.store.subscribe(() => seen.push(flow.store.get()))
  return { flow, leave, seen, begin: () => flow.begin(service.prepare), at: () => flow.store.get().at }
}

const stages = (seen: ActState<unknown>[]) => seen.map(({ at }) => at)
const troubleOf = (state: ActState<unknown>) => {
  const trouble = 'trouble' in state ? state.trouble : undefined
  return trouble instanceof NcalayerError ? trouble.reason : trouble?.problem.code
}

test('an act goes from its document to its result', async () => {
  const { flow, begin, seen } = open()
  await begin()
  expect(flow.store.get()).toMatchObject({ at: 'ready', document: { id: 'act-1', statement: [service.statement] } })
  expect(recall(NAME)).toBe('act-1')
  expect([...kept.values()]).toEqual(['act-1'])
  await flow.sign()
  expect(flow.store.get()).toEqual({ at: 'done', result: RESULT })
  expect(stages(seen)).toEqual(['preparing', 'ready', 'signing', 'signing', 'checking', 'done'])
  expect(recall(NAME)).toBeNull()
})

test('a double click opens one window and fetches one document', async () => {
  const { flow, begin } = open()
  await Promise.all([begin(), begin()])
  expect(service.act('act-1')).toBeDefined()
  expect(() => service.act('act-2')).toThrow('act_not_found')
  await Promise.all([flow.sign(), flow.sign()])
  await flow.sign()
  expect([windows, service.received.length, service.performed]).toEqual([1, 1, 1])
})

test.each([
  ['before it arrived', 'before'],
  ['after it was done', 'after'],
] as const)('the connection breaks %s: the same signature goes on, nothing is signed again', async (_, when) => {
  const { flow, begin, seen } = open()
  await begin()
  const good = ncalayer
  ncalayer = (...asked) => {
    service.faults.push({ of: 'send', when, error: offline() }, { of: 'read', when: 'before', error: offline() })
    return good(...asked)
  }
  await flow.sign()
  expect(flow.store.get().at).toBe('done')
  expect(seen).toContainEqual(expect.objectContaining({ at: 'checking', lost: true }))
  expect(service.faults).toEqual([])
  expect([windows, service.performed, new Set(service.received).size]).toEqual([1, 1, 1])
})

test('what is received is waited for, and told apart from what is lost', async () => {
  const { flow, begin, seen } = open()
  await begin()
  service.judge = () => 'waits'
  service.faults.push({
    of: 'send',
    when: 'after',
    error: problem(503, 'revocation_unavailable', { received_at: 'now' }),
  })
  const signing = flow.sign()
  await vi.waitFor(() => expect(flow.store.get()).toMatchObject({ at: 'checking', lost: false }))
  service.perform('act-1')
  await signing
  expect(flow.store.get().at).toBe('done')
  const waits = seen.find((state) => state.at === 'checking' && state.waitsFor !== undefined)
  expect(waits).toMatchObject({ waitsFor: { problem: { code: 'revocation_unavailable' } } })
  expect(service.received).toHaveLength(1)
})

test('a page that is left while the signature is judged finds its result when it comes back', async () => {
  const first = open()
  await first.begin()
  service.judge = () => 'waits'
  void first.flow.sign()
  await vi.waitFor(() => expect(service.act('act-1').state).toBe('received'))
  first.leave()
  const second = open()
  const beginning = second.begin()
  await vi.waitFor(() => expect(second.at()).toBe('checking'))
  service.perform('act-1')
  await beginning
  expect(second.flow.store.get()).toEqual({ at: 'done', result: RESULT })
  expect(windows).toBe(1)
})

test('a reload before the signature takes up the same act, as long as it says the same', async () => {
  const first = open()
  await first.begin()
  first.leave()
  const second = open()
  await second.begin()
  expect(second.flow.store.get()).toMatchObject({ at: 'ready', document: { id: 'act-1' } })
  second.leave()
  service.statement = 'Мен басқа балабақшаны таңдаймын.'
  const third = open()
  await third.begin()
  expect(third.flow.store.get()).toMatchObject({ document: { id: 'act-3', statement: [service.statement] } })
  expect(recall(NAME)).toBe('act-3')
})

test('another scan under the same name is another document: the old one is not signed', async () => {
  const first = open()
  await first.begin()
  first.leave()
  service.paper = 'b'.repeat(64)
  const second = open()
  await second.begin()
  expect(second.flow.store.get()).toMatchObject({ document: { id: 'act-2', statement: [service.statement] } })
  await second.flow.sign()
  expect([service.act('act-1').state, service.act('act-2').state]).toEqual(['to_sign', 'done'])
})

test('a result that was missed is shown, not signed for again', async () => {
  const first = open()
  await first.begin()
  first.leave()
  service.perform('act-1')
  const second = open()
  await second.begin()
  expect(second.flow.store.get()).toEqual({ at: 'done', result: RESULT })
  expect(windows).toBe(0)
})

test.each([
  ['refused', { state: 'refused', refusal: { code: 'place_taken', params: {} } }, 'place_taken'],
  ['expired', { state: 'expired' }, undefined],
] as const)('an act that is over is not taken up: %s', async (_, to, code) => {
  const first = open()
  await first.begin()
  first.leave()
  service.change('act-1', to)
  const second = open()
  await second.begin()
  expect(troubleOf(second.flow.store.get())).toBe(code)
  if (code) {
    expect(second.at()).toBe('over')
    await second.begin()
  }
  expect(second.flow.store.get()).toMatchObject({ at: 'ready', document: { id: 'act-2' } })
})

test("another person's act is forgotten", async () => {
  sessionStorage.setItem(`kezek.act.${NAME}`, 'act-of-another')
  const { flow, begin } = open()
  await begin()
  expect(flow.store.get()).toMatchObject({ at: 'ready', document: { id: 'act-1' } })
})

test('a second tab takes up the act of the first, and only one of them signs it', async () => {
  const first = open()
  await first.begin()
  openTab()
  const second = open()
  await second.begin()
  expect(second.flow.store.get()).toMatchObject({ document: { id: 'act-1' } })
  let letGo: (signature: string) => void = () => undefined
  ncalayer = () => new Promise((resolve) => (letGo = resolve))
  const signing = [first.flow.sign()]
  await vi.waitFor(() => expect(windows).toBe(1))
  signing.push(second.flow.sign())
  await vi.waitFor(() => expect(second.at()).toBe('elsewhere'))
  letGo('the signature')
  await Promise.all(signing)
  expect([first.at(), second.at()]).toEqual(['done', 'done'])
  expect([windows, service.received.length]).toEqual([1, 1])
})

test('who waits for another tab may stop waiting', async () => {
  const [first, second] = [open(), open()]
  await first.begin()
  await second.begin()
  ncalayer = (_, signal) =>
    new Promise((_resolve, reject) => (signal.onabort = () => reject(new NcalayerError('cancelled'))))
  void first.flow.sign()
  await vi.waitFor(() => expect(windows).toBe(1))
  const waiting = second.flow.sign()
  await vi.waitFor(() => expect(second.at()).toBe('elsewhere'))
  second.flow.cancel()
  await waiting
  expect(troubleOf(second.flow.store.get())).toBe('cancelled')
  first.flow.cancel()
})

test('other acts go on beside it', async () => {
  const [one, other] = [open('one'), open('other')]
  await one.begin()
  await other.begin()
  await Promise.all([one.flow.sign(), other.flow.sign()])
  expect([one.at(), other.at(), service.performed]).toEqual(['done', 'done', 2])
})

test.each(['not_running', 'cancelled', 'timed_out', 'closed'] as const)(
  'NCALayer gives nothing (%s): the document stays, and can be signed',
  async (reason) => {
    const { flow, begin } = open()
    await begin()
    const good = ncalayer
    ncalayer = () => Promise.reject(new NcalayerError(reason))
    await flow.sign()
    expect(flow.store.get()).toMatchObject({ at: 'ready', document: { id: 'act-1' } })
    expect(troubleOf(flow.store.get())).toBe(reason)
    ncalayer = good
    await flow.sign()
    expect(flow.store.get().at).toBe('done')
  },
)

test('cancelled while NCALayer is open: its late answer is thrown away', async () => {
  const { flow, begin } = open()
  await begin()
  ncalayer = (_, signal) =>
    new Promise((_resolve, reject) => (signal.onabort = () => reject(new NcalayerError('cancelled'))))
  const signing = flow.sign()
  await vi.waitFor(() => expect(windows).toBe(1))
  flow.cancel()
  await signing
  expect([troubleOf(flow.store.get()), service.received.length]).toEqual(['cancelled', 0])
})

test('the wrong key can be changed for the right one', async () => {
  const { flow, begin } = open()
  await begin()
  service.judge = () => ({ code: 'signer_is_another_person', params: {} })
  await flow.sign()
  expect([flow.store.get().at, troubleOf(flow.store.get())]).toEqual(['ready', 'signer_is_another_person'])
  service.judge = () => undefined
  await flow.sign()
  expect([flow.store.get().at, windows]).toEqual(['done', 2])
})

test('what waits behind many is not asked for sooner than it is worth', async () => {
  const { flow, begin } = open()
  await begin()
  service.judge = () => 'waits'
  const signing = flow.sign()
  await vi.waitFor(() => expect(service.act('act-1').state).toBe('received'))
  service.change('act-1', { ask_again_after_s: 25 })
  await vi.waitFor(() => expect(pauses).toContain(25_000))
  service.perform('act-1')
  await signing
  expect(pauses[0]).toBe(1_000)
  expect(flow.store.get().at).toBe('done')
})

test('a signature that is found wrong later leaves the act to be signed again', async () => {
  const { flow, begin } = open()
  await begin()
  service.judge = () => 'waits'
  const signing = flow.sign()
  await vi.waitFor(() => expect(service.act('act-1').state).toBe('received'))
  const { prepared } = await service.prepare().then((act) => ({ prepared: { ...act, act_id: 'act-1' } }))
  service.change('act-1', { state: 'to_sign', refusal: { code: 'certificate_revoked', params: {} }, prepared })
  await signing
  expect([flow.store.get().at, troubleOf(flow.store.get())]).toEqual(['ready', 'certificate_revoked'])
})

test.each([
  [409, 'place_taken', 'over'],
  [409, 'act_expired', 'over'],
  [429, 'act_signed_too_often', 'over'],
  [401, 'sign_in_required', 'ready'],
  [403, 'workplace_required', 'ready'],
])('refused with %s %s, the act is %s', async (status, code, at) => {
  const { flow, begin } = open()
  await begin()
  service.faults.push({ of: 'send', when: 'before', error: problem(status, code) })
  await flow.sign()
  expect([flow.store.get().at, troubleOf(flow.store.get())]).toEqual([at, code])
  expect(recall(NAME)).toBe(at === 'over' ? null : 'act-1')
})

test('the document cannot be fetched: said, and tried again', async () => {
  const { flow, begin } = open()
  service.faults.push({ of: 'prepare', when: 'before', error: offline() })
  await begin()
  expect([flow.store.get().at, troubleOf(flow.store.get())]).toEqual(['over', 'offline'])
  await begin()
  expect(flow.store.get().at).toBe('ready')
})

test('a fault of our own is told to the console, and the act is not lost', async () => {
  const { flow, begin } = open()
  await begin()
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  ncalayer = () => Promise.reject(new TypeError('a fault'))
  await flow.sign()
  expect([flow.store.get().at, troubleOf(flow.store.get())]).toEqual(['ready', 'not_understood'])
  expect(told).toHaveBeenCalledOnce()
})
