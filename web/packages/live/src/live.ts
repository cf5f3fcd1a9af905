/** What one tab hears of changes: over the stream that one tab holds for all of this browser, and by asking now and then. */
import { OF_QUEUES, OUTDATED } from './kinds'
import { Followed, isQueue } from './queues'
import type { Refresher } from './refresher'
import { LiveStream, type News, type StreamSettings } from './stream'

const NAME = 'kezek.live'
/** Who has heard nothing for so long, not even a heartbeat, has no stream, and asks. */
const SILENCE_MS = 40_000
const ASK_EVERY_MS = 30_000
/** With a stream too, for a hint may be lost: every fourth time. */
const ANYWAY = 4

/** What changes for everybody who looks at a queue is not asked for by all at once. */
const SPREAD_MS = 1_000

/** What tabs of one person say to each other: what the stream told, what they look at, and who follows from now on. */
type Said = { news: News; lastId: string } | { shows: readonly string[] } | { asks: true }
type Message = { whose: string } & Said

export interface LiveParts {
  /** Who is signed in, and as what: nobody hears what is told to others. */
  whose: string
  refresher: Pick<Refresher, 'refresh' | 'refreshAll' | 'refreshByClock'>
  onOver: () => void
  /** Absent in old browsers: they ask. */
  locks: LockManager | undefined
  /** Tells which queues this tab shows, now and whenever it changes; the answer ends it. */
  watchQueues?: (onChange: (queues: string[]) => void) => () => void
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
  readonly #followed = new Followed()
  readonly #stopWatching: () => void
  #shown: readonly string[] = []
  #leads = false
  #isClosed = false
  #heardAt = -Infinity
  #asked = 0

  constructor(parts: LiveParts) {
    this.#parts = parts
    this.#stream = new LiveStream((news) => this.#tell(news), parts.settings)
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.whose !== parts.whose) return
      if ('shows' in data) this.#follow(data.shows)
      else if ('asks' in data) this.#post({ shows: this.#shown })
      else {
        this.#stream.lastId = data.lastId
        this.#hear(data.news)
      }
    }
    this.#stopWatching = parts.watchQueues?.((queues) => this.#show(queues)) ?? (() => undefined)
  }

  /** One tab at a time holds the stream; when it goes, the next one goes on where it was. */
  async lead(locks: LockManager, signal: AbortSignal): Promise<void> {
    const mine = () => {
      this.#leads = true
      this.#follow(this.#shown)
      this.#post({ asks: true })
      return this.#stream.follow(signal)
    }
    await locks.request(NAME, { signal }, mine).catch(() => undefined) // stopped while it waited
  }

  askIfNeeded(): void {
    if (this.#parts.isHidden?.() ?? document.hidden) return
    this.#asked += 1
    const isSilent = Date.now() - this.#heardAt > SILENCE_MS
    if (isSilent || this.#asked % ANYWAY === 0) this.#parts.refresher.refreshByClock()
  }

  close(): void {
    this.#isClosed = true
    this.#stopWatching()
    this.#channel.close()
  }

  #show(queues: readonly string[]): void {
    this.#shown = queues
    if (this.#leads) this.#follow(queues)
    else this.#post({ shows: queues })
  }

  #follow(queues: readonly string[]): void {
    if (this.#leads && this.#followed.add(queues)) this.#stream.followQueues(this.#followed.all)
  }

  #tell(news: News): void {
    if (this.#post({ news, lastId: this.#stream.lastId })) this.#hear(news)
  }

  /** Not once this is closed: nobody is signed in here any more. */
  #post(said: Said): boolean {
    try {
      this.#channel.postMessage({ whose: this.#parts.whose, ...said })
    } catch {
      return false
    }
    return true
  }

  #hear(news: News): void {
    this.#heardAt = Date.now()
    if (news === 'over') this.#parts.onOver()
    else if (news === 'reset') this.#parts.refresher.refreshAll()
    else if (news === 'followed') this.#parts.refresher.refresh(OF_QUEUES)
    else if (news !== 'alive') {
      const refresh = () => {
        if (!this.#isClosed) this.#parts.refresher.refresh(OUTDATED[news.kind])
      }
      if (isQueue(news.id)) setTimeout(refresh, Math.random() * SPREAD_MS)
      else refresh()
    }
  }
}
