/** Asks anew for what has become old: what comes together is asked once, and nothing while an answer is on its way. */
import type { QueryClient } from '@tanstack/react-query'

import { BY_CLOCK, type Key, LIVING } from './kinds'

const GATHER_MS = 100
/** After an answer nothing is asked for so long: a burst of hints is no burst of requests. */
const REST_MS = 700

/** What is typed stays: forms hold it themselves, and a fresh answer never replaces it. */
export class Refresher {
  readonly #client: Pick<QueryClient, 'invalidateQueries'>
  readonly #isHidden: () => boolean
  readonly #old = new Map<string, Key>()
  #busy = false

  constructor(client: Pick<QueryClient, 'invalidateQueries'>, isHidden = () => document.hidden) {
    this.#client = client
    this.#isHidden = isHidden
  }

  /** These have changed. */
  refresh(keys: readonly Key[]): void {
    for (const key of keys) this.#old.set(key.join(), key)
    if (!this.#busy && this.#old.size > 0) void this.#run()
  }

  /** Anything may have changed. */
  refreshAll(): void {
    this.refresh(LIVING)
  }

  /** It is time to look whether something has changed. */
  refreshByClock(): void {
    this.refresh(BY_CLOCK)
  }

  async #run(): Promise<void> {
    this.#busy = true
    await pause(GATHER_MS)
    while (this.#old.size > 0) {
      const keys = [...this.#old.values()]
      this.#old.clear()
      await Promise.all(keys.map((queryKey) => this.#ask(queryKey)))
      await pause(REST_MS)
    }
    this.#busy = false
  }

  /** Nobody looks at a hidden page: it asks when it is shown again. */
  #ask(queryKey: Key): Promise<void> {
    return this.#client.invalidateQueries({ queryKey, refetchType: this.#isHidden() ? 'none' : 'active' })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
