/** What one tab hears of changes: over the stream that one tab holds for all of this browser, and by asking now and then. */
import { OUTDATED } from './kinds'
import type { Refresher } from './refresher'
import { LiveStream, type News, type StreamSettings } from './stream'

const NAME = 'kezek.live'
/** Who has heard nothing for so long, not even a heartbeat, has no stream, and asks. */
const SILENCE_MS = 40_000
const ASK_EVERY_MS = 30_000
/** With a stream too, for a hint may be lost: every fourth time. */
const ANYWAY = 4

interface Message {
  whose: string
  news: News
  lastId: string
}

export interface LiveParts {
  /** Who is signed in, and as what: nobody hears what is told to others. */
  whose: string
  refresher: Pick<Refresher, 'refresh' | 'refreshAll' | 'refreshByClock'>
  onOver: () => void
  /** Absent in old browsers: they ask. */
  locks: LockManager | undefined
  settings?: StreamSettings
  isHidden?: () => boolean
  askEveryMs?: number
}

/** Begins to follow; the answer ends it. */
export function startLive(parts: LiveParts): () => void {
  const stopping = new AbortController()
  const hears = new Hearing(parts)
  const asking = setInterval(() => hears.askIfNeeded(), parts.askEveryMs ?? ASK_EVERY_MS)
  stopping.signal.addEventListener('abort', () => {
    clearInterval(asking)
    hears.close()
  })
  if (parts.locks !== undefined) void hears.lead(parts.locks, stopping.signal)
  return () => stopping.abort()
}

class Hearing {
  readonly #parts: LiveParts
  readonly #channel = new BroadcastChannel(NAME)
  readonly #stream: LiveStream
  #heardAt = -Infinity
  #asked = 0

  constructor(parts: LiveParts) {
    this.#parts = parts
    this.#stream = new LiveStream((news) => this.#tell(news), parts.settings)
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.whose !== parts.whose) return
      this.#stream.lastId = data.lastId
      this.#hear(data.news)
    }
  }

  /** One tab at a time holds the stream; when it goes, the next one goes on where it was. */
  async lead(locks: LockManager, signal: AbortSignal): Promise<void> {
    const mine = () => this.#stream.follow(signal)
    await locks.request(NAME, { signal }, mine).catch(() => undefined) // stopped while it waited
  }

  askIfNeeded(): void {
    if (this.#parts.isHidden?.() ?? document.hidden) return
    this.#asked += 1
    const isSilent = Date.now() - this.#heardAt > SILENCE_MS
    if (isSilent || this.#asked % ANYWAY === 0) this.#parts.refresher.refreshByClock()
  }

  close(): void {
    this.#channel.close()
  }

  #tell(news: News): void {
    const message: Message = { whose: this.#parts.whose, news, lastId: this.#stream.lastId }
    try {
      this.#channel.postMessage(message)
    } catch {
      return // closed: nobody is signed in here any more
    }
    this.#hear(news)
  }

  #hear(news: News): void {
    this.#heardAt = Date.now()
    if (news === 'over') this.#parts.onOver()
    else if (news === 'reset') this.#parts.refresher.refreshAll()
    else if (news !== 'alive') this.#parts.refresher.refresh(OUTDATED[news.kind])
  }
}
