/** A kindergarten's worker, by the API. */
import { type APIRequestContext, request } from '@playwright/test'

import { addressOf } from './journey.ts'
import type { Sandbox } from './sandbox.ts'

interface Prepared {
  act_id: string
  document_base64: string
}

export class Worker {
  readonly #http: APIRequestContext
  readonly #sandbox: Sandbox
  readonly #id: string
  readonly #garden: string

  private constructor(http: APIRequestContext, sandbox: Sandbox) {
    this.#http = http
    this.#sandbox = sandbox
    const [id = '', garden = ''] = addressOf('KEZEK_WORKER').split(':')
    this.#id = id
    this.#garden = garden
  }

  /** The worker of the first kindergarten, signed in. */
  static async signedIn(sandbox: Sandbox): Promise<Worker> {
    const http = await request.newContext({ baseURL: addressOf('KEZEK_PUBLIC_URL') })
    const worker = new Worker(http, sandbox)
    await worker.#signIn()
    return worker
  }

  async publishes(places: number, language: 'kk' | 'ru' = 'kk'): Promise<void> {
    const body = { language, group_year: Number(addressOf('KEZEK_GROUP_YEAR')), kind: 'general', places }
    const act = await this.#post<Prepared>(`/api/kindergartens/kindergartens/${this.#garden}/vacancies/acts`, body)
    await this.#sign('kindergartens', act)
  }

  /** Accepts the child of a referral to the own kindergarten. */
  async accepts(number: string): Promise<void> {
    const search = { kindergarten_id: this.#garden, number }
    const { referral_id: id } = await this.#post<{ referral_id: string }>('/api/referrals/referrals/search', search)
    await this.#sign('referrals', await this.#post<Prepared>(`/api/referrals/referrals/${id}/acceptance/acts`))
  }

  async leaves(): Promise<void> {
    await this.#http.dispose()
  }

  async #signIn(): Promise<void> {
    const asked = await this.#post<Prepared & { challenge_id: string }>('/api/auth/challenges')
    const signature = await this.#sandbox.sign(this.#id, 'login', asked.document_base64)
    await this.#post('/api/auth/sessions', { challenge_id: asked.challenge_id, signature })
    // another journey may have made them a worker of a second kindergarten
    await this.#http.put('/api/auth/me/workplace', { data: { kindergarten_id: this.#garden } })
  }

  async #sign(service: string, act: Prepared): Promise<void> {
    const signature = await this.#sandbox.sign(this.#id, 'sign', act.document_base64)
    await this.#post(`/api/${service}/acts/${act.act_id}/signature`, { signature })
  }

  async #post<T>(path: string, data?: object): Promise<T> {
    const answer = await this.#http.post(path, { ...(data && { data }) })
    if (!answer.ok()) throw new Error(`${path}: ${String(answer.status())} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
