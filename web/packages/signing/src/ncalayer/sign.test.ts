// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { aRequest, type FakeNcalayer, fakeNcalayer } from '../testing/fakeNcalayer'
import { NcalayerError } from './failure'
import { type Patience, signWithNcalayer } from './sign'

const DER = btoa('\x30\x03\x02\x01\x05')
const PEM = `-----BEGIN CMS-----\n${DER.slice(0, 4)}\n${DER.slice(4)}\n-----END CMS-----\n`
const DOCUMENT = btoa('exactly these bytes')
const NOT_FOUND = { success: false, errorCode: 'MODULE_NOT_FOUND' }
const isBasics = ({ module }: { module: string }) => module === 'kz.gov.pki.knca.basics'

let running: FakeNcalayer | undefined
beforeEach(() => vi.stubGlobal('location', { protocol: 'http:' }))
afterEach(async () => {
  vi.unstubAllGlobals()
  await running?.close()
  running = undefined
})

async function ncalayer(...given: Parameters<typeof fakeNcalayer>): Promise<FakeNcalayer> {
  return (running = await fakeNcalayer(...given))
}

function sign(address: string, more: { purposes?: string[]; patience?: Partial<Patience>; signal?: AbortSignal } = {}) {
  const { purposes = [], patience = {}, signal = new AbortController().signal } = more
  return signWithNcalayer({ address, request: aRequest(...purposes), document: DOCUMENT, signal, patience })
}

async function failure(signing: Promise<unknown>): Promise<string> {
  const error: unknown = await signing.then(
    () => 'signed',
    (thrown: unknown) => thrown,
  )
  return error instanceof NcalayerError ? error.reason : String(error)
}

test.each([
  ['PEM', PEM],
  ['PEM after a byte order mark, with CRLF', `\uFEFF${PEM.replaceAll('\n', '\r\n')}`],
  ['PEM under its other name', PEM.replaceAll('CMS', 'PKCS7')],
  ['base64 of DER', DER],
  ['a list of one', [PEM]],
])('the module of today answers %s', async (_, result) => {
  const { address, heard } = await ncalayer(() => ({ status: true, body: { result } }))
  expect(await sign(address, { purposes: ['1.3.6.1.5.5.7.3.4'] })).toBe(DER)
  const asked = aRequest('1.3.6.1.5.5.7.3.4')
  expect(heard).toEqual([{ ...asked, args: { ...asked.args, data: DOCUMENT } }])
})

test.each([
  [['1.3.6.1.5.5.7.3.2'], 'AUTHENTICATION'],
  [['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1'], 'SIGNATURE'],
  [[], ''],
])('the module before it is asked where the new one is unknown: %s', async (purposes, keyType) => {
  const { address, heard } = await ncalayer((message) =>
    isBasics(message) ? NOT_FOUND : { code: '200', responseObject: DER },
  )
  expect(await sign(address, { purposes })).toBe(DER)
  expect(heard[1]).toEqual({
    module: 'kz.gov.pki.knca.commonUtils',
    method: 'createCAdESFromBase64',
    args: ['PKCS12', keyType, DOCUMENT, false],
  })
})

test.each([
  ['an empty body', { status: true, body: {} }],
  ['an error that says so', { status: false, code: 'USER_CANCELED', message: 'closed' }],
])('cancelled: %s', async (_, answer) => {
  const { address } = await ncalayer(() => answer)
  expect(await failure(sign(address))).toBe('cancelled')
})

test('cancelled in the old way', async () => {
  const { address } = await ncalayer((message) =>
    isBasics(message) ? NOT_FOUND : { code: '500', message: 'action.canceled' },
  )
  expect(await failure(sign(address))).toBe('cancelled')
})

test.each([
  ['wrong_key_kind', { status: false, code: 'EMPTY_KEY_LIST', message: '' }],
  ['protocol', { status: false, code: 'SIGNING_FAILURE', message: 'The key could not be read' }],
  ['protocol', { status: true, body: { result: 'не base64' } }],
  ['protocol', { status: true, body: { result: btoa('no sequence') } }],
  ['protocol', { status: true, body: { result: 5 } }],
  ['protocol', { something: 'else' }],
])('%s: %j', async (reason, answer) => {
  const { address } = await ncalayer(() => answer)
  expect(await failure(sign(address))).toBe(reason)
})

test('what NCALayer said is kept for whoever helps', async () => {
  const { address } = await ncalayer(() => ({ status: false, code: 'SIGNING_FAILURE', message: 'no card' }))
  await expect(sign(address)).rejects.toMatchObject({ detail: 'SIGNING_FAILURE no card' })
})

test('neither module: what listens there is too old or no NCALayer', async () => {
  const { address } = await ncalayer(() => NOT_FOUND)
  expect(await failure(sign(address))).toBe('protocol')
})

test('a heartbeat and a second greeting are no answers', async () => {
  const { address } = await ncalayer((_, socket) => {
    socket.send('--heartbeat--')
    socket.send('{"result":{"version":"1.4"}}')
    return { status: true, body: { result: PEM } }
  })
  expect(await sign(address)).toBe(DER)
})

test('the connection is cut in the middle', async () => {
  const { address } = await ncalayer((_, socket) => {
    socket.terminate()
  })
  expect(await failure(sign(address))).toBe('closed')
})

test('nobody listens', async () => {
  const { address, close } = await fakeNcalayer(() => undefined)
  await close()
  expect(await failure(sign(address))).toBe('not_running')
})

test('something listens and says nothing, or something else', async () => {
  const { address } = await ncalayer(() => undefined, null)
  expect(await failure(sign(address, { patience: { greetingMs: 50 } }))).toBe('timed_out')
  await running?.close()
  const other = await ncalayer(() => undefined, '{"hello":"world"}')
  expect(await failure(sign(other.address))).toBe('protocol')
})

test('the person takes too long', async () => {
  const { address } = await ncalayer(() => undefined)
  expect(await failure(sign(address, { patience: { personMs: 50 } }))).toBe('timed_out')
})

test('who waits no longer cancels, before and after NCALayer was asked', async () => {
  const { address, heard } = await ncalayer(() => undefined)
  const late = new AbortController()
  const signing = failure(sign(address, { signal: late.signal }))
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  late.abort()
  expect(await signing).toBe('cancelled')
  expect(await failure(sign(address, { signal: AbortSignal.abort() }))).toBe('cancelled')
  expect(heard).toHaveLength(1)
})

test('an error without a close, as for an address that the policy lacks, does not hang', async () => {
  class Refused extends EventTarget {
    constructor() {
      super()
      setTimeout(() => this.dispatchEvent(new Event('error')), 1)
    }
    close() {
      return undefined
    }
  }
  vi.stubGlobal('WebSocket', Refused)
  expect(await failure(sign('ws://127.0.0.1:1'))).toBe('not_running')
})

test.each([
  ['denied', 'blocked_by_browser'],
  ['prompt', 'blocked_by_browser'],
  ['granted', 'not_running'],
])('on a public page with the permission %s, nobody reached means %s', async (state, reason) => {
  const { address, close } = await fakeNcalayer(() => undefined)
  await close()
  vi.stubGlobal('location', { protocol: 'https:' })
  const query = vi.fn(({ name }: { name: string }) =>
    name === 'local-network-access' ? Promise.resolve({ state }) : Promise.reject(new TypeError(name)),
  )
  vi.stubGlobal('navigator', { permissions: { query } })
  expect(await failure(sign(address))).toBe(reason)
})
