/** A service with acts, as far as their two steps go: it counts signatures and performs an act once. */
import { ApiError, clientProblem, type Problem } from '@kezek/api'

import type { PreparedAct, ResultOf, ViewOf, Way } from '../act/ways'
import { aRequest } from './fakeNcalayer'

type Type = 'referrals.choose-place'
type View = ViewOf<Type>

export const RESULT = { referral_number: '1000001101' } as unknown as ResultOf<Type>

export function problem(status: number, code: string, params: Record<string, unknown> = {}): ApiError {
  return new ApiError({ code, status, params } as unknown as Problem)
}

export const offline = () => new ApiError(clientProblem('offline'))

export class FakeService {
  statement = 'Мен балабақшаны таңдаймын.'
  /** The digest of a scan that is signed with it. */
  paper = 'a'.repeat(64)
  performed = 0
  readonly received: string[] = []
  /** What goes wrong with the next requests, before they arrive or after they have been done. */
  readonly faults: { of: 'prepare' | 'send' | 'read'; when: 'before' | 'after'; error: ApiError }[] = []
  /** How a signature is judged. */
  judge: (signature: string) => View['refusal'] | 'waits' | undefined = () => undefined
  readonly #acts = new Map<string, View>()

  readonly prepare = (): Promise<PreparedAct> =>
    this.#with('prepare', () => {
      const act_id = `act-${String(this.#acts.size + 1)}`
      const text = JSON.stringify({ act: act_id, statement: [this.statement], facts: { paper: [this.paper] } })
      const document_base64 = btoa(String.fromCharCode(...new TextEncoder().encode(text)))
      const type: Type = 'referrals.choose-place'
      const prepared = { act_id, type, document_base64, expires_at: '2026-12-01T05:30:00Z', ncalayer: aRequest() }
      const empty = { received_at: null, finished_at: null, refusal: null, result: null, ask_again_after_s: null }
      this.#acts.set(act_id, { act_id, type, state: 'to_sign', expires_at: prepared.expires_at, prepared, ...empty })
      return prepared
    })

  readonly way: Way<Type> = {
    read: (id) => this.#with('read', () => ({ ...this.act(id) })),
    send: (id, signature) =>
      this.#with('send', () => {
        const act = this.act(id)
        if (act.state === 'done') return { result: RESULT }
        this.received.push(signature)
        const verdict = this.judge(signature)
        if (verdict === 'waits') {
          this.change(id, { state: 'received' })
          return { state: 'received' as const, ask_again_after_s: 1 }
        }
        if (verdict) {
          this.change(id, { refusal: verdict })
          throw problem(422, verdict.code)
        }
        this.perform(id)
        return { result: RESULT }
      }),
  }

  act(id: string): View {
    const act = this.#acts.get(id)
    if (!act) throw problem(404, 'act_not_found')
    return act
  }

  change(id: string, to: Partial<View>): void {
    const act = { ...this.act(id), ...to }
    this.#acts.set(id, act.state === 'to_sign' ? act : { ...act, prepared: null })
  }

  perform(id: string): void {
    this.performed += 1
    this.change(id, { state: 'done', result: RESULT })
  }

  async #with<R>(of: 'prepare' | 'send' | 'read', act: () => R): Promise<R> {
    await Promise.resolve()
    const index = this.faults.findIndex((fault) => fault.of === of)
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1)
    if (fault?.when === 'before') throw fault.error
    const done = act()
    if (fault) throw fault.error
    return done
  }
}
