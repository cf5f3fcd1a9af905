/** The files of one form: chosen, sent one after the other, checked, taken back; whoever shows them is told of each change. */
import { newId } from '@kezek/domain'

import type { Upload } from './faults'
import {
  asFailed,
  asFound,
  asItem,
  cutOff,
  fresh,
  goesOnWith,
  type Item,
  type Left,
  type Limits,
  restored,
  unfit,
} from './items'
import { begin, type Form, ofForm, sendRest, takeBack, type Told, verdict } from './send'
import { prepared } from './shrink'

interface Work {
  file: File | null
  stop: AbortController
}

export interface Shown {
  items: readonly Item[]
  left: readonly Left[]
  /** The service has told what is there already. */
  known: boolean
}

export class Pile {
  private shown: Shown = { items: [], left: [], known: false }
  private readonly works = new Map<string, Work>()
  private readonly listeners = new Set<() => void>()
  private queue: Promise<unknown> = Promise.resolve()
  private restored: Promise<unknown> = this.queue
  private adding: Promise<unknown> = this.queue
  private elsewhere = 0
  private readonly form: Form
  private readonly limits: Limits

  constructor(form: Form, limits: Limits) {
    this.form = form
    this.limits = limits
  }

  readonly snapshot = (): Shown => this.shown

  /** The first who looks has what is there already fetched; with the last who leaves all sending ends. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    // before anything is sent: else what is begun meanwhile would be found there, too, and shown twice
    if (this.listeners.size === 1) this.queue = this.restored = this.queue.then(() => this.restore())
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.stop()
    }
  }

  readonly add = (chosen: Iterable<File>): void => {
    this.show({ left: [] })
    for (const file of chosen) {
      const item = fresh(newId(), file.name)
      this.show({ items: [...this.shown.items, item] })
      // one after the other: a phone has no room to make several photos smaller at once
      this.adding = this.adding.then(() => this.addOne(item.key, file))
    }
  }

  /** So many bytes of the limit are taken by the files of other forms. */
  readonly leaveRoom = (bytes: number): void => {
    this.elsewhere = bytes
  }

  readonly again = (key: string): void => {
    const file = this.works.get(key)?.file
    const item = this.find(key)
    if (item && file) this.send(key, file, item.upload)
  }

  readonly remove = (key: string): void => {
    this.show({ left: [] })
    this.discard(key)
  }

  /** Fresh receipts of all files, in their order; null when one of them is no longer there, or nobody answers: that is shown. */
  readonly receipts = async (): Promise<string[] | null> => {
    this.show({ left: [] })
    const uploads = await ofForm(this.form).catch(() => null)
    if (uploads === null) {
      this.leave({ why: 'noAnswer', name: '' })
      return null
    }
    const found = new Map(uploads.map((upload) => [upload.id, upload.receipt]))
    const receipts: string[] = []
    for (const { key, upload } of this.shown.items) {
      const receipt = found.get(upload?.id ?? '') ?? null
      if (receipt === null) this.change(key, { state: 'unfinished' })
      else receipts.push(receipt)
    }
    if (receipts.length === this.shown.items.length) return receipts
    this.leave({ why: 'gone', name: '' })
    return null
  }

  private async addOne(key: string, chosen: File): Promise<void> {
    // what is there already counts, too, and what was cut off goes on
    await this.restored
    if (!this.find(key)) return
    // what was cut off was begun with the photo as it is sent, not as it is chosen
    const file = await prepared(chosen)
    const place = this.shown.items.findIndex((item) => item.key === key)
    if (place === -1) return
    const before = this.shown.items.slice(0, place)
    const begun = cutOff(before, file)
    if (begun && goesOnWith(begun, file)) {
      this.drop(key)
      this.send(begun.key, file, begun.upload)
      return
    }
    const others = before.filter((item) => item !== begun)
    const why = unfit(file, others, this.limits, this.elsewhere)
    if (why !== null) {
      this.drop(key)
      this.leave({ why, name: chosen.name })
      return
    }
    if (begun) this.discard(begun.key)
    this.change(key, { name: file.name, size: file.size })
    this.send(key, file, null)
  }

  /** One after the other: a whole file is better than three halves. */
  private send(key: string, file: File, begun: Upload | null): void {
    this.change(key, { state: 'preparing', error: null, sent: begun?.received ?? 0 })
    const run = async (told: Told) => {
      const upload = begun ?? (await begin(file, this.form, key))
      if (told.signal.aborted) forget(upload)
      this.change(key, { upload })
      return sendRest(file, upload, told)
    }
    this.queue = this.queue.then(() => (this.find(key) ? this.follow(key, run, file) : undefined))
  }

  /** Shows how far something is, and how it ends. */
  private async follow(key: string, run: (told: Told) => Promise<Upload>, file: File | null): Promise<void> {
    const stop = new AbortController()
    this.works.set(key, { file, stop })
    try {
      const upload = await run({ signal: stop.signal, onStep: (step) => this.change(key, asItem(step)) })
      this.change(key, asFound(upload))
      // not waited for: the next file is sent meanwhile
      if (upload.state === 'checking') void this.follow(key, (told) => verdict(upload, told), file)
    } catch (failure) {
      if (!stop.signal.aborted) this.change(key, asFailed(failure))
    }
  }

  private async restore(): Promise<void> {
    const found = await ofForm(this.form).catch(() => null)
    if (this.listeners.size === 0) return
    const news = (found ?? []).filter((upload) => upload.state !== 'expired' && !this.knows(upload.id))
    this.show({ items: [...news.map(restored), ...this.shown.items], known: found !== null })
    for (const upload of news) {
      if (upload.state === 'checking') void this.follow(upload.id, (told) => verdict(upload, told), null)
    }
  }

  private stop(): void {
    for (const work of this.works.values()) work.stop.abort()
    this.works.clear()
    this.show({ items: [], left: [], known: false })
  }

  private knows(id: string): boolean {
    return this.shown.items.some((item) => item.upload?.id === id)
  }

  private find(key: string): Item | undefined {
    return this.shown.items.find((item) => item.key === key)
  }

  /** Takes it back at the service, too. */
  private discard(key: string): void {
    const item = this.find(key)
    this.works.get(key)?.stop.abort()
    this.works.delete(key)
    this.drop(key)
    if (item?.upload) forget(item.upload)
  }

  private drop(key: string): void {
    this.show({ items: this.shown.items.filter((each) => each.key !== key) })
  }

  private change(key: string, now: Partial<Item>): void {
    this.show({ items: this.shown.items.map((item) => (item.key === key ? { ...item, ...now } : item)) })
  }

  private leave(left: Left): void {
    this.show({ left: [...this.shown.left, left] })
  }

  private show(now: Partial<Shown>): void {
    this.shown = { ...this.shown, ...now }
    for (const listener of this.listeners) listener()
  }
}

/** The service sweeps it by itself, too. */
function forget(upload: Upload): void {
  void takeBack(upload.id).catch(() => undefined)
}
