/**
 * Drafts on this device, each sealed for one person. An ended session leaves them, signing out takes them away; what
 * nobody came back for goes after a month.
 */
import { type DraftKey, seal, unseal } from './seal'

const PREFIX = 'kezek.draft.'
const MONTH_MS = 30 * 24 * 60 * 60_000

interface Kept {
  /** When it was written, in ms: for tidying up. */
  at: number
  sealed: string
}

export interface Draft<T> {
  value: T
  savedAt: Date
}

/** The drafts of one person; `name` is the form's. */
export class Drawer<T> {
  readonly #key: DraftKey
  readonly #place: string
  #writing: Promise<void> = Promise.resolve()
  #newest = 0

  constructor(key: DraftKey, name: string) {
    this.#key = key
    this.#place = `${PREFIX}${key.slot}.${name}`
  }

  /** What lies here; `check` answers null for what an earlier release wrote otherwise. */
  async open(check: (found: unknown) => T | null): Promise<Draft<T> | null> {
    tidyUp()
    const kept = read(this.#place)
    if (!kept) return null
    const value = check(await unseal(this.#key, kept.sealed))
    return value === null ? null : { value, savedAt: new Date(kept.at) }
  }

  /** Keeps it; of several at once the newest. Answers when it was kept. */
  async keep(value: T): Promise<Date> {
    this.#newest += 1
    const own = this.#newest
    const at = new Date()
    this.#writing = this.#writing.then(async () => {
      if (own !== this.#newest) return
      const kept: Kept = { at: at.getTime(), sealed: await seal(this.#key, value) }
      if (own === this.#newest) localStorage.setItem(this.#place, JSON.stringify(kept))
    })
    await this.#writing
    return at
  }

  discard(): void {
    this.#newest += 1
    localStorage.removeItem(this.#place)
  }
}

function tidyUp(): void {
  const before = Date.now() - MONTH_MS
  for (const place of places(PREFIX)) {
    if ((read(place)?.at ?? 0) < before) localStorage.removeItem(place)
  }
}

function places(prefix: string): string[] {
  return Object.keys(localStorage).filter((place) => place.startsWith(prefix))
}

function read(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
