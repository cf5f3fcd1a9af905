/** Asks NCALayer for a signature. */
import { NcalayerError } from './failure'
import { localNetworkAccess } from './localNetwork'
import { forBasics, forCommonUtils, isGreeting, type NcalayerRequest, read } from './messages'
import { Talk } from './talk'

export interface Patience {
  /** Until the socket is open; a host that the page's policy lacks gives an error and never a close. */
  openMs: number
  /** The same while the browser asks the person for permission. */
  permissionMs: number
  greetingMs: number
  /** Until the person has chosen a key and typed its password. */
  personMs: number
}

const PATIENCE: Patience = { openMs: 5_000, permissionMs: 60_000, greetingMs: 5_000, personMs: 10 * 60_000 }

export interface Asked {
  /** Where NCALayer listens, as the page of signing in says. */
  address: string
  request: NcalayerRequest
  /** Base64 of exactly the bytes to sign. */
  document: string
  /** Ends the waiting: as cancelled by the person. */
  signal: AbortSignal
  /** Called when the browser is going to ask the person whether this page may reach their machine. */
  browserAsks?: () => void
  patience?: Partial<Patience>
}

/** The CMS as base64 of DER; throws an `NcalayerError`. */
export async function signWithNcalayer({ request, document, signal, ...how }: Asked): Promise<string> {
  const patient = { ...PATIENCE, ...how.patience }
  const talk = await greeted(how, patient, signal)
  try {
    const heard = await ask(talk, forBasics(request, document), patient, signal)
    if (heard !== 'unknown_module') return heard.cms
    const old = await ask(talk, forCommonUtils(request, document), patient, signal)
    if (old !== 'unknown_module') return old.cms
    throw new NcalayerError('protocol', 'MODULE_NOT_FOUND')
  } finally {
    talk.close()
  }
}

type Where = Pick<Asked, 'address' | 'browserAsks'>

async function greeted({ address, browserAsks }: Where, patience: Patience, signal: AbortSignal): Promise<Talk> {
  const asks = (await localNetworkAccess()) === 'prompt'
  if (asks) browserAsks?.()
  const openMs = asks ? patience.permissionMs : patience.openMs
  const talk = new Talk(address)
  try {
    await talk.next({ ms: openMs, silent: 'not_running', ended: 'not_running', signal })
    const greeting = await talk.next({ ms: patience.greetingMs, ...WHILE_OPEN, signal })
    if (!isGreeting(greeting)) throw new NcalayerError('protocol', 'no NCALayer listens there')
    return talk
  } catch (failure) {
    talk.close()
    throw (await isBlocked(failure)) ? new NcalayerError('blocked_by_browser') : failure
  }
}

/** Refused, or not answered yet: asked only after a failure, for the person may have answered meanwhile. */
async function isBlocked(failure: unknown): Promise<boolean> {
  if (!(failure instanceof NcalayerError && failure.reason === 'not_running')) return false
  return ['denied', 'prompt'].includes(await localNetworkAccess())
}

async function ask(talk: Talk, message: object, { personMs }: Patience, signal: AbortSignal) {
  talk.say(message)
  for (;;) {
    const heard = read(await talk.next({ ms: personMs, ...WHILE_OPEN, signal }))
    if (heard !== 'no_answer') return heard
  }
}

const WHILE_OPEN = { silent: 'timed_out', ended: 'closed' } as const
