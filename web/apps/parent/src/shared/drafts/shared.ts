/**
 * Drafts that the service keeps, sealed here as on the device: nobody reads them there, and any device of the person
 * opens them. What was typed lies on the device until the service has it.
 */
import { api, unwrap } from '@kezek/api'

import { type Draft, Drawer } from './drawer'
import { type DraftKey, seal, unseal } from './seal'

/** After so long without typing it is sent. */
const QUIET_MS = 800

/** When it was typed by the clock of the device, in ms: the service's clock is another. */
interface Sealed {
  typedAt: number
  value: unknown
}

export class SharedDrawer<T> {
  readonly #key: DraftKey
  readonly #name: string
  readonly #device: Drawer<T>
  #sending: ReturnType<typeof setTimeout> | undefined
  #newest = 0

  constructor(key: DraftKey, name: string) {
    this.#key = key
    this.#name = name
    this.#device = new Drawer<T>(key, name)
  }

  /** What was typed last, here or on another device; what lies here moves to the service. */
  async open(check: (found: unknown) => T | null): Promise<Draft<T> | null> {
    const [device, kept] = await Promise.all([this.#device.open(check), this.#kept(check).catch(() => null)])
    if (!device || (kept && kept.typedAt >= device.savedAt.getTime())) return kept
    this.#send(device, this.#newest)
    return device
  }

  /** Keeps it on the device at once, and in the service once nothing more is typed. Answers when it was kept. */
  async keep(value: T): Promise<Date> {
    this.#newest += 1
    const own = this.#newest
    clearTimeout(this.#sending)
    const savedAt = await this.#device.keep(value)
    if (own === this.#newest) this.#sending = setTimeout(() => this.#send({ value, savedAt }, own), QUIET_MS)
    return savedAt
  }

  discard(): void {
    this.#newest += 1
    clearTimeout(this.#sending)
    this.#device.discard()
    void unwrap(api.DELETE('/api/applications/drafts/{name}', this.#path())).catch(() => undefined)
  }

  #send({ value, savedAt }: Draft<T>, own: number): void {
    const put = async () => {
      const sealed = await seal(this.#key, { typedAt: savedAt.getTime(), value } satisfies Sealed)
      if (own !== this.#newest) return
      await unwrap(api.PUT('/api/applications/drafts/{name}', { ...this.#path(), body: { sealed } }))
      if (own === this.#newest) this.#device.discard()
    }
    put().catch(() => undefined) // it lies on the device still, and is sent when it is opened again
  }

  async #kept(check: (found: unknown) => T | null): Promise<(Draft<T> & Pick<Sealed, 'typedAt'>) | null> {
    const { sealed, saved_at } = await unwrap(api.GET('/api/applications/drafts/{name}', this.#path()))
    if (!sealed || !saved_at) return null
    const savedAt = new Date(saved_at)
    const found = asSealed(await unseal(this.#key, sealed), savedAt)
    const value = check(found.value)
    return value === null ? null : { value, savedAt, typedAt: found.typedAt }
  }

  #path() {
    return { params: { path: { name: this.#name } } }
  }
}

/** What an earlier release sealed stands alone: it counts as typed when the service took it. */
function asSealed(found: unknown, savedAt: Date): Sealed {
  const whole = typeof found === 'object' && found !== null && 'typedAt' in found && 'value' in found
  return whole ? (found as Sealed) : { typedAt: savedAt.getTime(), value: found }
}
