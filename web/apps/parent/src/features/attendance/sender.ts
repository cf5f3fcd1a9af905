/** Sends what the outbox holds of one person: at once, when the network or the page comes back, and again and again. */
import { api, type KindergartensAnsweredMarkView, unwrap } from '@kezek/api'
import { noteUnsent } from '@kezek/ui'

import { forgetMark, type Mark, marksOf, putMark, refuseMark } from './outbox'

const AT_ONCE = 100
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 5 * 60_000

type Answers = readonly KindergartensAnsweredMarkView[]

export interface SenderParts {
  personId: string
  /** What is in the outbox now, and whether it is being sent. */
  onChange: (marks: readonly Mark[], sending: boolean) => void
  /** Some were taken: what the server shows is asked for anew before they are let go here. */
  onTaken: () => Promise<unknown>
  send?: (personId: string, marks: readonly Mark[]) => Promise<Answers>
  firstPauseMs?: number
}

export class Sender {
  readonly #parts: Required<SenderParts>
  #pauseMs: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending = false
  #ended = false

  constructor(parts: SenderParts) {
    this.#parts = { send: sendMarks, firstPauseMs: FIRST_PAUSE_MS, ...parts }
    this.#pauseMs = this.#parts.firstPauseMs
  }

  /** Begins, and ends by what it gives back. */
  start(): () => void {
    const now = () => void this.flush()
    const shown = () => {
      if (document.visibilityState === 'visible') now()
    }
    addEventListener('online', now)
    document.addEventListener('visibilitychange', shown)
    now()
    return () => {
      this.#ended = true
      clearTimeout(this.#timer)
      removeEventListener('online', now)
      document.removeEventListener('visibilitychange', shown)
    }
  }

  /** Keeps a mark on this device, then sends it. */
  async add(mark: Mark): Promise<void> {
    await putMark(mark)
    await this.#tell()
    void this.flush()
  }

  /** What was not taken has been read. */
  async dismiss(id: string): Promise<void> {
    await forgetMark(id)
    await this.#tell()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#sending) return // what was added meanwhile is found by its next turn
    this.#sending = true
    try {
      await this.#sendAll()
      this.#pauseMs = this.#parts.firstPauseMs
    } catch {
      this.#later()
    } finally {
      this.#sending = false
      await this.#tell().catch(() => undefined)
    }
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const marks = (await this.#tell()).filter(({ refused }) => refused === undefined).slice(0, AT_ONCE)
      if (marks.length === 0 || this.#ended) return
      const answers = await this.#parts.send(this.#parts.personId, marks)
      await this.#parts.onTaken()
      await settle(marks, answers)
    }
  }

  #later(): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => void this.flush(), this.#pauseMs)
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS)
  }

  async #tell(): Promise<Mark[]> {
    const marks = await marksOf(this.#parts.personId)
    if (!this.#ended) {
      noteUnsent(marks.filter(({ refused }) => refused === undefined).length)
      this.#parts.onChange(marks, this.#sending)
    }
    return marks
  }
}

/** Whoever is not named in the answers was not sent: it stays. */
async function settle(marks: readonly Mark[], answers: Answers): Promise<void> {
  const sent = new Map(marks.map((mark) => [mark.id, mark]))
  for (const { id, outcome, code } of answers) {
    const mark = sent.get(id)
    if (mark && outcome === 'refused') await refuseMark(mark, code ?? 'mark_not_entrusted')
    else if (mark) await forgetMark(id)
  }
}

async function sendMarks(personId: string, marks: readonly Mark[]): Promise<Answers> {
  const body = {
    whose: personId,
    sent_at: new Date().toISOString(),
    marks: marks.map(({ id, application_id, kind, at }) => ({ id, application_id, kind, at })),
  }
  return (await unwrap(api.POST('/api/kindergartens/attendance/marks', { body }))).items
}
