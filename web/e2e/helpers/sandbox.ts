/** Who lives in the sandbox, and what they get by SMS and mail (deploy/sandbox/README.md). */
import type { Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'

export interface Resident {
  id: string
  phone: string
  email: string
  district: string
  person: {
    iin: string
    sex: 'female' | 'male'
    name: Record<'kk' | 'ru', { surname: string; given: string; patronymic: string | null }>
  }
}

interface Message {
  id: number
  text: string
}

const PATIENCE_MS = 15_000
const PAUSE_MS = 200

export class Sandbox {
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  async people(role: 'parent' | 'worker' | 'administrator' | 'officer', district?: string): Promise<Resident[]> {
    const query = new URLSearchParams({ role, limit: '300', ...(district !== undefined && { district }) })
    return (await this.#get<{ items: Resident[] }>(`/people?${query.toString()}`)).items
  }

  /** Somebody by the id or the IIN. */
  person(id: string): Promise<Resident> {
    return this.#get(`/people/${id}`)
  }

  /** A signature with somebody's key over these bytes. */
  async sign(id: string, key: 'login' | 'sign', document: string): Promise<string> {
    const body = JSON.stringify({ person: id, key, format: 'der', content_base64: document })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.#address}/ca/sign`, { method: 'POST', headers, body })
    return ((await answer.json()) as { cms: string }).cms
  }

  /** The number of so many digits in the newest SMS, as soon as one has come after `before`. */
  smsCode(phone: string, digits = 6, before = 0): Promise<string> {
    return this.#codeIn(`/mailbox/sms?recipient=${phone}`, digits, before)
  }

  mailCode(email: string, digits = 8, before = 0): Promise<string> {
    return this.#codeIn(`/mailbox/mail?recipient=${encodeURIComponent(email)}`, digits, before)
  }

  /** The register writes somebody down in another district. */
  async move(id: string, district: string): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.#address}/people/${id}/move`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ district }),
    })
    if (!answer.ok) throw new Error(`move: ${String(answer.status)}`)
  }

  /** From here on the page's clock is the stack's: a story that begins in the evening is played next morning. */
  async sets(page: Page): Promise<void> {
    await page.clock.install({ time: (await this.#get<{ now: string }>('/clock')).now })
  }

  /** The id of the newest SMS. */
  async lastSms(phone: string): Promise<number> {
    return (await this.#messages(`/mailbox/sms?recipient=${phone}`)).at(-1)?.id ?? 0
  }

  /** The id of the newest letter. */
  async lastMail(email: string): Promise<number> {
    return (await this.#messages(`/mailbox/mail?recipient=${encodeURIComponent(email)}`)).at(-1)?.id ?? 0
  }

  async #codeIn(path: string, digits: number, before: number): Promise<string> {
    const code = new RegExp(`(?<!\\d)\\d{${String(digits)}}(?!\\d)`)
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until) {
      for (const { id, text } of (await this.#messages(path)).reverse()) {
        const found = id > before ? code.exec(text)?.[0] : undefined
        if (found !== undefined) return found
      }
      await pause(PAUSE_MS)
    }
    throw new Error(`no code came: ${path}`)
  }

  async #messages(path: string): Promise<Message[]> {
    return (await this.#get<{ items: Message[] }>(path)).items
  }

  async #get<T>(path: string): Promise<T> {
    const answer = await fetch(this.#address + path)
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`)
    return (await answer.json()) as T
  }
}
