/** The one stream of this browser: opened, kept, and opened again after a break where it was. */
import { eventsOf } from './events'
import { isKind, type Kind } from './kinds'

/** `followed`: of queues that were not followed before, what comes from now on is told. */
export type News = { kind: Kind; id: string } | 'followed' | 'reset' | 'over' | 'alive'

export interface StreamSettings {
  address: string
  /** A stream beats every 15 seconds: one that says nothing for so long is broken. */
  silenceMs: number
  firstPauseMs: number
  longestPauseMs: number
}

export const STREAM: StreamSettings = {
  address: '/api/auth/live',
  silenceMs: 40_000,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
}

/** Pages that begin to show several queues do so together. */
const GATHER_MS = 100

export class LiveStream {
  /** Up to where everything was heard; another tab that takes the stream over goes on here. */
  lastId = ''
  /** The queues whose changes it tells of, besides what concerns the person. */
  #queues: readonly string[] = []
  /** Those of the stream that began last. */
  #begun: readonly string[] = []
  #current: AbortController | undefined
  #isMoving = false
  readonly #onNews: (news: News) => void
  readonly #settings: StreamSettings

  constructor(onNews: (news: News) => void, settings: StreamSettings = STREAM) {
    this.#onNews = onNews
    this.#settings = settings
  }

  /** Follows until told to stop, or the session is over. A place that refuses a stream is asked again, less and less often. */
  async follow(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const outcome = await this.#listen(signal)
      if (outcome === 'over') {
        this.#onNews('over')
        return
      }
      failures = outcome === 'heard' || this.#isMoving ? 0 : failures + 1
      await pause(this.#isMoving ? GATHER_MS : this.#pauseMs(failures), signal)
    }
  }

  /** From now on with these queues; what came of the others meanwhile is told by the next stream. */
  followQueues(queues: readonly string[]): void {
    this.#queues = queues
    this.#isMoving = this.#current !== undefined
    this.#current?.abort()
  }

  /** All browsers of a region come back after a restart: not at the same moment. */
  #pauseMs(failures: number): number {
    const { firstPauseMs, longestPauseMs } = this.#settings
    return Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.25 + Math.random())
  }

  async #listen(signal: AbortSignal): Promise<'heard' | 'refused' | 'over'> {
    const ours = (this.#current = new AbortController())
    this.#isMoving = false
    const stop = () => ours.abort()
    signal.addEventListener('abort', stop)
    let silence = setTimeout(stop, this.#settings.silenceMs)
    const onBytes = () => {
      clearTimeout(silence)
      silence = setTimeout(stop, this.#settings.silenceMs)
      this.#onNews('alive')
    }
    let outcome: 'heard' | 'refused' = 'refused'
    const queues = this.#queues
    try {
      const headers = { accept: 'text/event-stream', ...(this.lastId !== '' && { 'last-event-id': this.lastId }) }
      const answer = await fetch(this.#settings.address + asked(queues), {
        headers,
        signal: ours.signal,
        cache: 'no-store',
      })
      if (answer.status === 401) return 'over'
      if (!answer.ok || answer.body === null) return 'refused'
      outcome = 'heard'
      this.#begin(queues)
      for await (const { id, event, data } of eventsOf(answer.body, onBytes)) {
        if (event === 'over') return 'over'
        if (id !== undefined) this.lastId = id
        this.#tell(event, data)
      }
    } catch {
      // broken, silent for too long, or stopped: whoever comes back goes on after `lastId`
    } finally {
      clearTimeout(silence)
      signal.removeEventListener('abort', stop)
    }
    return outcome
  }

  /** What a page shows of a new queue was asked before; what changed up to `lastId` meanwhile, this stream does not tell. */
  #begin(queues: readonly string[]): void {
    const isAnyNew = queues.some((queue) => !this.#begun.includes(queue))
    this.#begun = queues
    if (isAnyNew && this.lastId !== '') this.#onNews('followed')
  }

  #tell(event: string, data: string): void {
    if (event === 'reset') this.#onNews('reset')
    if (event !== '' || data === '') return
    const { kind, id } = JSON.parse(data) as { kind: unknown; id: string }
    if (isKind(kind)) this.#onNews({ kind, id }) // one that a later release tells means nothing here yet
  }
}

function asked(queues: readonly string[]): string {
  return queues.length === 0 ? '' : `?${queues.map((queue) => `queue=${queue}`).join('&')}`
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
