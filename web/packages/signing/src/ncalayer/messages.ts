/** What pages and NCALayer say to each other: the module of today, and the one before it. */
import type { AuthNcalayerRequest } from '@kezek/api'

import { normaliseCms } from './cms'
import { NcalayerError } from './failure'

/** A request as the API gives it; what is to be signed is put under `args.data`. */
export type NcalayerRequest = AuthNcalayerRequest

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4'

/** The signature; or that NCALayer does not have this module; or that this was no answer to the request. */
export type Heard = { cms: string } | 'unknown_module' | 'no_answer'

interface Message {
  status?: unknown
  body?: { result?: unknown } | null
  code?: unknown
  message?: unknown
  responseObject?: unknown
  errorCode?: unknown
  result?: { version?: unknown } | null
}

export function forBasics(request: NcalayerRequest, document: string): object {
  return { ...request, args: { ...request.args, data: document } }
}

export function forCommonUtils(request: NcalayerRequest, document: string): object {
  const keyType = keyTypeOf(request.args.signerParams.extKeyUsageOids)
  const args = ['PKCS12', keyType, document, request.args.signingParams.encapsulate]
  return { module: 'kz.gov.pki.knca.commonUtils', method: 'createCAdESFromBase64', args }
}

/** Another word than the two lets the person choose any key. */
function keyTypeOf(purposes: readonly string[]): string {
  if (purposes.includes(CLIENT_AUTH)) return 'AUTHENTICATION'
  return purposes.includes(EMAIL_PROTECTION) ? 'SIGNATURE' : ''
}

export function isGreeting(text: string): boolean {
  return typeof parse(text)?.result?.version === 'string'
}

/** Reads a message; throws why there is no signature. */
export function read(text: string): Heard {
  const message = parse(text)
  if (!message || isGreeting(text)) return 'no_answer' // a heartbeat, or the greeting again
  if (message.errorCode === 'MODULE_NOT_FOUND') return 'unknown_module'
  if (message.status === true) return signatureOf(message.body?.result)
  if (message.code === '200') return signatureOf(message.responseObject)
  throw refusal(message)
}

function parse(text: string): Message | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Without a result, the person has closed the window. Some versions answer a list. */
function signatureOf(result: unknown): { cms: string } {
  const one: unknown = Array.isArray(result) ? result[0] : result
  if (one === undefined || one === null || one === '') throw new NcalayerError('cancelled')
  if (typeof one !== 'string') throw new NcalayerError('protocol', 'the answer is no text')
  return { cms: normaliseCms(one) }
}

function refusal({ code, errorCode, message }: Message): NcalayerError {
  const said = [code, errorCode, message].filter((part) => typeof part === 'string' && part !== '').join(' ')
  if (/cancel/i.test(said)) return new NcalayerError('cancelled')
  if (said.includes('EMPTY_KEY_LIST')) return new NcalayerError('wrong_key_kind', said)
  return new NcalayerError('protocol', said)
}
