/** How far an act is, for whoever shows it. */
import type { ApiError } from '@kezek/api'

import type { NcalayerError } from '../ncalayer/failure'
import type { Document } from './document'

/** Why a step did not come off: NCALayer's failure, or the API's refusal. */
export type Trouble = NcalayerError | ApiError

export type ActState<R> =
  /** Nothing is begun. */
  | { at: 'start' }
  /** The document is fetched, or what became of an act that was begun before. */
  | { at: 'preparing' }
  /** The document waits for the person; `trouble` is why the last try gave nothing. */
  | { at: 'ready'; document: Document; trouble?: Trouble }
  /** NCALayer's window is open; or the browser asks first whether this page may reach it. */
  | { at: 'signing'; document: Document; browserAsks?: boolean }
  /** Another tab signs this act. */
  | { at: 'elsewhere'; document: Document }
  /**
   * The signature is on its way, or there. `lost`: no answer came, and what became of it is asked. `waitsFor`: it is there,
   * and somebody else is silent. Nothing is signed again.
   */
  | { at: 'checking'; document: Document | undefined; lost: boolean; waitsFor?: ApiError }
  | { at: 'done'; result: R }
  /** This act cannot be signed; another one may be begun. */
  | { at: 'over'; trouble: Trouble }

/** Nobody may begin anything else meanwhile. */
export function isBusy({ at }: ActState<unknown>): boolean {
  return at === 'preparing' || at === 'signing' || at === 'elsewhere' || at === 'checking'
}

export function documentIn(state: ActState<unknown>): Document | undefined {
  return 'document' in state ? state.document : undefined
}
