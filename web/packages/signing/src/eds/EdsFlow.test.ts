// @vitest-environment node
import type { AuthMe, AuthOwnerView } from '@kezek/api'
import { beforeEach, expect, test, vi } from 'vitest'

import { NcalayerError } from '../ncalayer/failure'
import { offline, problem } from '../testing/fakeService'
import { EdsFlow, type EdsState, type Parts } from './EdsFlow'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://127.0.0.1', protocol: 'http:' }))

const OWNER = { name: 'ҮЛГІЕВА СӘУЛЕ', iin: '991399000009', owner: 'individual', bin: null } as AuthOwnerView
const ME = { iin: '991399000009' } as AuthMe
let parts: { [K in keyof Parts]: ReturnType<typeof vi.fn<Parts[K]>> }

beforeEach(() => {
  parts = {
    challenge: vi.fn(() => Promise.resolve({ challenge_id: 'c-1', document_base64: 'ZG9j', expires_at: '' })),
    sign: vi.fn(() => Promise.resolve('the signature')),
    owner: vi.fn(() => Promise.resolve(OWNER)),
    enter: vi.fn(() => Promise.resolve(ME)),
    me: vi.fn(() => Promise.resolve(null)),
  }
})

const begin = () => new EdsFlow(parts)
const code = (state: EdsState) => {
  const trouble = 'trouble' in state ? state.trouble : undefined
  return trouble instanceof NcalayerError ? trouble.reason : trouble?.problem.code
}

test('whose key it is stands there before anybody is signed in', async () => {
  const flow = begin()
  await flow.choose()
  expect(flow.store.get()).toEqual({ at: 'chosen', owner: OWNER })
  expect(parts.sign).toHaveBeenCalledWith('ZG9j', 'all', expect.any(AbortSignal), expect.any(Function))
  expect(parts.enter).not.toHaveBeenCalled()
  await flow.enter()
  expect(parts.enter).toHaveBeenCalledWith({ challenge_id: 'c-1', signature: 'the signature' })
  expect(flow.store.get()).toEqual({ at: 'in', me: ME })
})

test('a double click asks once, and enters once', async () => {
  const flow = begin()
  await Promise.all([flow.choose(), flow.choose()])
  await Promise.all([flow.enter(), flow.enter()])
  await flow.enter()
  expect([parts.challenge, parts.sign, parts.enter].map((part) => part.mock.calls.length)).toEqual([1, 1, 1])
})

test('another key is chosen with a challenge of its own', async () => {
  const flow = begin()
  await flow.choose()
  await flow.choose('login')
  expect(parts.challenge).toHaveBeenCalledTimes(2)
  expect(parts.sign.mock.calls.map(([, keys]) => keys)).toEqual(['all', 'login'])
})

test('cancelled: nobody is signed in, and the late signature is thrown away', async () => {
  const flow = begin()
  parts.sign.mockImplementation(
    (_document, _keys, signal) =>
      new Promise((_resolve, reject) => {
        signal.onabort = () => reject(new NcalayerError('cancelled'))
      }),
  )
  const choosing = flow.choose()
  await vi.waitFor(() => expect(parts.sign).toHaveBeenCalled())
  flow.cancel()
  await choosing
  expect([flow.store.get().at, code(flow.store.get())]).toEqual(['start', 'cancelled'])
  expect(parts.owner).not.toHaveBeenCalled()
})

test.each([
  ['NCALayer', 'not_running', () => parts.sign.mockRejectedValue(new NcalayerError('not_running'))],
  ['the challenge', 'offline', () => parts.challenge.mockRejectedValue(offline())],
  ['the key', 'certificate_revoked', () => parts.owner.mockRejectedValue(problem(422, 'certificate_revoked'))],
])('%s fails: said, and one may choose again', async (_, expected, fail) => {
  const flow = begin()
  fail()
  await flow.choose()
  expect([flow.store.get().at, code(flow.store.get())]).toEqual(['start', expected])
})

test('a refused entry leads back to choosing, a lost one to entering again', async () => {
  const flow = begin()
  await flow.choose()
  parts.enter.mockRejectedValueOnce(offline()).mockRejectedValueOnce(problem(422, 'challenge_unknown'))
  await flow.enter()
  expect([flow.store.get().at, code(flow.store.get())]).toEqual(['chosen', 'offline'])
  await flow.enter()
  expect([flow.store.get().at, code(flow.store.get())]).toEqual(['start', 'challenge_unknown'])
})

test('a lost answer that had brought the session signs in', async () => {
  const flow = begin()
  await flow.choose()
  parts.enter.mockRejectedValueOnce(problem(504, 'service_timeout'))
  parts.me.mockResolvedValueOnce(ME)
  await flow.enter()
  expect(flow.store.get()).toEqual({ at: 'in', me: ME })
  expect(parts.enter).toHaveBeenCalledTimes(1)
})

test('that the browser asks for permission is told', async () => {
  const flow = begin()
  const seen: EdsState[] = []
  flow.store.subscribe(() => seen.push(flow.store.get()))
  parts.sign.mockImplementation((_document, _keys, _signal, browserAsks) => {
    browserAsks()
    return Promise.resolve('the signature')
  })
  await flow.choose()
  expect(seen).toContainEqual({ at: 'signing', browserAsks: true })
})
