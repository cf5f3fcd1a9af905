/** Why NCALayer gave no signature. */

export const NCALAYER_FAILURES = [
  /** Nobody listens at its address. */
  'not_running',
  /** The browser lets no page reach the local network until the person allows it. */
  'blocked_by_browser',
  /** The person closed its window, or stopped waiting. */
  'cancelled',
  /** The reader has no key of the kind that was asked for. */
  'wrong_key_kind',
  /** It was silent for too long. */
  'timed_out',
  /** It cut the connection in the middle. */
  'closed',
  /** It answered an error, or what nobody understands. */
  'protocol',
] as const
export type NcalayerFailure = (typeof NCALAYER_FAILURES)[number]

export class NcalayerError extends Error {
  override name = 'NcalayerError'
  readonly reason: NcalayerFailure
  /** NCALayer's own words, for whoever helps. */
  readonly detail: string | undefined
  constructor(reason: NcalayerFailure, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}
