/** Signing in with an EDS key: a challenge, NCALayer, whose key it is, and only then the session. */
import { ApiError, type AuthChallengeView, type AuthMe, type AuthOwnerView } from '@kezek/api'

import { asApiError, isLost } from '../act/refusals'
import type { Trouble } from '../act/state'
import { NcalayerError } from '../ncalayer/failure'
import { Store } from '../store'

/** Which keys NCALayer offers: all, for GOST keys do not say that they are for login; or those for login alone. */
export type Keys = 'all' | 'login'

export type EdsState =
  | { at: 'start'; trouble?: Trouble }
  /** NCALayer's window is open; or the browser asks first whether this page may reach it. */
  | { at: 'signing'; browserAsks?: boolean }
  /** Whose key it is is being asked. */
  | { at: 'looking' }
  /** The person sees whose key was chosen, and has not signed in. */
  | { at: 'chosen'; owner: AuthOwnerView; trouble?: Trouble }
  | { at: 'entering'; owner: AuthOwnerView }
  | { at: 'in'; me: AuthMe }

export interface Answer {
  challenge_id: string
  signature: string
}

export interface Parts {
  challenge: () => Promise<AuthChallengeView>
  sign: (document: string, keys: Keys, signal: AbortSignal, browserAsks: () => void) => Promise<string>
  owner: (answer: Answer) => Promise<AuthOwnerView>
  enter: (answer: Answer) => Promise<AuthMe>
  /** Who is signed in in this browser, null for nobody. */
  me: () => Promise<AuthMe | null>
}

export class EdsFlow {
  readonly store = new Store<EdsState>({ at: 'start' })
  readonly #parts: Parts
  #window = new AbortController()
  #answer: Answer | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** «Сертификатты таңдау», and another key. */
  async choose(keys: Keys = 'all'): Promise<void> {
    if (!['start', 'chosen'].includes(this.#at)) return
    const window = (this.#window = new AbortController())
    this.store.set({ at: 'signing' })
    try {
      const { challenge_id, document_base64 } = await this.#parts.challenge()
      const browserAsks = () => this.store.set({ at: 'signing', browserAsks: true })
      const signature = await this.#parts.sign(document_base64, keys, window.signal, browserAsks)
      this.store.set({ at: 'looking' })
      this.#answer = { challenge_id, signature }
      this.store.set({ at: 'chosen', owner: await this.#parts.owner(this.#answer) })
    } catch (error) {
      const cancelled = window.signal.aborted ? new NcalayerError('cancelled') : error
      this.store.set({ at: 'start', trouble: troubleOf(cancelled) })
    }
  }

  /** «Кіру». */
  async enter(): Promise<void> {
    const state = this.store.get()
    if (state.at !== 'chosen' || !this.#answer) return
    const { owner } = state
    this.store.set({ at: 'entering', owner })
    try {
      this.store.set({ at: 'in', me: await this.#entered(this.#answer) })
    } catch (error) {
      const trouble = troubleOf(error)
      const again = !(trouble instanceof NcalayerError) && isLost(trouble)
      this.store.set(again ? { at: 'chosen', owner, trouble } : { at: 'start', trouble })
    }
  }

  /** Stops waiting for NCALayer. */
  readonly cancel = (): void => {
    if (this.#at === 'signing') this.#window.abort()
  }

  /** A lost answer may have brought the session: then nobody need enter again. */
  async #entered(answer: Answer): Promise<AuthMe> {
    try {
      return await this.#parts.enter(answer)
    } catch (error) {
      if (!isLost(error)) throw error
      const me = await this.#parts.me().catch(() => null)
      if (me === null) throw error
      return me
    }
  }

  get #at(): EdsState['at'] {
    return this.store.get().at
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof NcalayerError || error instanceof ApiError ? error : asApiError(error)
}
