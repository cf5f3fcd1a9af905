/**
 * Drafts that the service keeps, sealed here as on the device: nobody reads them there, and any device of the person
 * opens them. What was typed lies on the device until the service has it.
 */
import { api, unwrap } from '@kezek/api'

import { type Draft, Drawer } from './drawer'
import { type DraftKey, seal, unseal } from './seal'

/** After so long without typing it is sent. */
const QUIET_MS = 800

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
    if (!device || (kept && kept.savedAt >= device.savedAt)) return kept
    this.#send(device.value, this.#newest)
    return device
  }

  /** Keeps it on the device at once, and in the service once nothing more is typed. Answers when it was kept. */
  async keep(value: T): Promise<Date> {
    this.#newest += 1
    const own = this.#newest
    clearTimeout(this.#sending)
    const at = await this.#device.keep(value)
    if (own === this.#newest) this.#sending = setTimeout(() => this.#send(value, own), QUIET_MS)
    return at
  }

  discard(): void {
    this.#newest += 1
    clearTimeout(this.#sending)
    this.#device.discard()
    void unwrap(api.DELETE('/api/applications/drafts/{name}', this.#path())).catch(() => undefined)
  }

  #send(value: T, own: number): void {
    const put = async () => {
      const sealed = await seal(this.#key, value)
      if (own !== this.#newest) return
      await unwrap(api.PUT('/api/applications/drafts/{name}', { ...this.#path(), body: { sealed } }))
      if (own === this.#newest) this.#device.discard()
    }
    put().catch(() => undefined) // it lies on the device still, and is sent when it is opened again
  }

  async #kept(check: (found: unknown) => T | null): Promise<Draft<T> | null> {
    const { sealed, saved_at } = await unwrap(api.GET('/api/applications/drafts/{name}', this.#path()))
    if (!sealed || !saved_at) return null
    const value = check(await unseal(this.#key, sealed))
    return value === null ? null : { value, savedAt: new Date(saved_at) }
  }

  #path() {
    return { params: { path: { name: this.#name } } }
  }
}
