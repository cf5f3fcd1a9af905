/**
 * One act from its document to its result. Whatever happens on the way, a click too many, another tab, a reload, a lost
 * answer, the act is signed once: its id is remembered until its end, and the service is asked before anything is done again.
 */
import { ApiError } from '@kezek/api'

import { NcalayerError } from '../ncalayer/failure'
import { Store } from '../store'
import { type Document, documentOf, sayTheSame } from './document'
import { forget, recall, remember } from './memory'
import { asApiError, isFinal, isLost, isReceived, refusalOf } from './refusals'
import { type ActState, documentIn, isBusy, type Trouble } from './state'
import { alone, answerTabs, askTabs } from './tabs'
import type { ActType, PreparedAct, ResultOf, ViewOf, Way } from './ways'

export interface Parts<T extends ActType> {
  /** What makes it this act and no other, without anything personal: it is remembered under this name. */
  name: string
  way: Way<T>
  /** NCALayer's signature over the document; says first when the browser asks the person for permission. */
  sign: (document: Document, signal: AbortSignal, browserAsks: () => void) => Promise<string>
  pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The first step of the act. */
export type Prepare = () => Promise<PreparedAct>

const POLLS_MS = [500, 1_000, 2_000, 3_000, 5_000]

export class ActFlow<T extends ActType> {
  readonly store = new Store<ActState<ResultOf<T>>>({ at: 'start' })
  readonly #parts: Parts<T>
  #left = new AbortController()
  #window = new AbortController()

  constructor(parts: Parts<T>) {
    this.#parts = parts
  }

  /** The page is shown: other tabs may learn of this act. Answers how the page is left, where the act is remembered. */
  enter(): () => void {
    const stopAnswering = answerTabs(this.#parts.name, () => documentIn(this.#state)?.id)
    if (this.#left.signal.aborted) this.#left = new AbortController()
    if (this.#state.at === 'checking') this.#set({ at: 'start' }) // nobody has asked since the page was left
    return () => {
      this.#window.abort()
      this.#left.abort()
      stopAnswering()
    }
  }

  /** Takes up what was begun, here or in another tab, else fetches the document. */
  async begin(prepare: Prepare): Promise<void> {
    if (isBusy(this.#state) || this.#state.at === 'done') return
    this.#set({ at: 'preparing' })
    await this.#guarded(async () => {
      const id = recall(this.#parts.name) ?? (await askTabs(this.#parts.name))
      const before = id === undefined ? undefined : await this.#read(id)
      if (!before || before.state === 'expired') await this.#prepare(prepare)
      else if (before.state === 'to_sign') await this.#prepare(prepare, before.prepared)
      else await this.#settle(before, undefined)
    })
  }

  /** Asks NCALayer, and hands the signature in. A second call meanwhile does nothing. */
  async sign(): Promise<void> {
    if (this.#state.at !== 'ready') return
    const { document } = this.#state
    this.#window = new AbortController()
    this.#set({ at: 'signing', document })
    const elsewhere = () => this.#set({ at: 'elsewhere', document })
    await this.#guarded(
      () => alone(document.id, () => this.#signAlone(document), elsewhere, this.#window.signal),
      document,
    )
  }

  /** Waits no longer for NCALayer; what is handed in already goes on. */
  cancel(): void {
    if (this.#state.at === 'signing' || this.#state.at === 'elsewhere') this.#window.abort()
  }

  /** The fresh document; or that of before, where it says the same: then it is the same act. */
  async #prepare(prepare: Prepare, before?: PreparedAct | null): Promise<void> {
    const fresh = documentOf(await prepare())
    const old = before ? documentOf(before) : fresh
    const document = sayTheSame(old, fresh) ? old : fresh
    remember(this.#parts.name, document.id)
    this.#set({ at: 'ready', document })
  }

  /** Where the act stands; undefined for one that is not this person's, or not there any more. */
  async #read(id: string): Promise<ViewOf<T> | undefined> {
    try {
      return await this.#parts.way.read(id)
    } catch (error) {
      if (error instanceof ApiError && error.is('act_not_found')) return undefined
      throw error
    }
  }

  async #signAlone(document: Document): Promise<void> {
    this.#set({ at: 'signing', document })
    const before = await this.#read(document.id)
    if (before && before.state !== 'to_sign') {
      await this.#settle(before, document)
      return
    }
    const browserAsks = () => this.#set({ at: 'signing', document, browserAsks: true })
    const signature = await this.#parts.sign(document, this.#window.signal, browserAsks)
    this.#set({ at: 'checking', document, lost: false })
    await this.#handIn(document, signature)
  }

  /** Brings the signature until it is answered: the same one, which the service counts once. */
  async #handIn(document: Document, signature: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await this.#parts.way.send(document.id, signature)
        if ('result' in answer) this.#finish(answer.result)
        else await this.#follow(document.id, answer.ask_again_after_s)
        return
      } catch (error) {
        if (!isLost(error)) throw error
        const waits = isReceived(error)
        this.#set({ at: 'checking', document, lost: !waits, ...(waits && { waitsFor: error }) })
        await this.#pause(tries)
        const view = await this.#readPatiently(document.id)
        if (view.state !== 'to_sign') {
          await this.#settle(view, document)
          return
        }
      }
    }
  }

  /** Asks until it is known what came of a signature that is there, no sooner than the service finds worth it. */
  async #follow(id: string, after_s: number | null): Promise<void> {
    let leastMs = (after_s ?? 0) * 1_000
    for (let tries = 0; ; tries += 1) {
      await this.#pause(tries, leastMs)
      const view = await this.#readPatiently(id)
      if (view.state !== 'received') {
        await this.#settle(view, undefined)
        return
      }
      leastMs = (view.ask_again_after_s ?? 0) * 1_000
    }
  }

  async #readPatiently(id: string): Promise<ViewOf<T>> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#parts.way.read(id)
      } catch (error) {
        if (!isLost(error)) throw error
        await this.#pause(tries)
      }
    }
  }

  /** Goes on from where the service says that the act stands. */
  async #settle(view: ViewOf<T>, document: Document | undefined): Promise<void> {
    const refusal = view.refusal && refusalOf(view.refusal)
    if (view.state === 'done' && view.result !== null) this.#finish(view.result as ResultOf<T>)
    else if (view.state === 'to_sign' && view.prepared)
      this.#set({ at: 'ready', document: documentOf(view.prepared), ...(refusal && { trouble: refusal }) })
    else if (view.state === 'received') {
      if (this.#state.at !== 'checking') this.#set({ at: 'checking', document, lost: false })
      await this.#follow(view.act_id, view.ask_again_after_s)
    } else this.#end(refusal ?? refusalOf({ code: 'act_expired', params: {} }))
  }

  #finish(result: ResultOf<T>): void {
    forget(this.#parts.name)
    this.#set({ at: 'done', result })
  }

  #end(trouble: Trouble): void {
    forget(this.#parts.name)
    this.#set({ at: 'over', trouble })
  }

  /** What goes wrong is shown where one can go on from. */
  async #guarded(act: () => Promise<void>, document?: Document): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (this.#left.signal.aborted) return
      const trouble = this.#troubleOf(error)
      if (document && (trouble instanceof NcalayerError || !isFinal(trouble)))
        this.#set({ at: 'ready', document, trouble })
      else if (document) this.#end(trouble)
      else this.#set({ at: 'over', trouble })
    }
  }

  #troubleOf(error: unknown): Trouble {
    if (this.#window.signal.aborted) return new NcalayerError('cancelled')
    return error instanceof NcalayerError ? error : asApiError(error)
  }

  #pause(tries: number, leastMs = 0): Promise<void> {
    const ownMs = POLLS_MS[Math.min(tries, POLLS_MS.length - 1)] ?? 0
    return this.#parts.pause(Math.max(ownMs, leastMs), this.#left.signal)
  }

  get #state(): ActState<ResultOf<T>> {
    return this.store.get()
  }

  #set(state: ActState<ResultOf<T>>): void {
    if (!this.#left.signal.aborted) this.store.set(state)
  }
}
