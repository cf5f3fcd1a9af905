/** Whose key stands in the reader: the sandbox's NCALayer, set as a journey needs it (deploy/sandbox/README.md). */

/** How one NCALayer is set; what is not said is as at first: it runs, and signs at once with a valid RSA key. */
export interface ReaderSettings {
  /** The id or IIN of whose key it is; without one there is no key to choose. */
  person?: string
  kind?: 'both' | 'login' | 'sign'
  algorithm?: 'rsa' | 'gost'
  owner?: 'individual' | 'head' | 'may_sign' | 'employee'
  flaw?: 'expired' | 'revoked' | 'unknown_authority' | 'other_bytes'
  modules?: ('kz.gov.pki.knca.basics' | 'kz.gov.pki.knca.commonUtils')[]
  program?: 'running' | 'closed' | 'refusing' | 'mute'
  reaction?: 'sign' | 'ask' | 'cancel' | 'other_key' | 'fail' | 'hang' | 'close'
  /** For so many requests; then it signs. */
  count?: number
  delay_ms?: number
}

export interface ReaderView {
  address: string
  holder: { iin: string; name_kk: string; name_ru: string } | null
  window: { origin: string; text: string } | null
  /** Since the sandbox started: how often it was asked, and how often it signed. */
  asked: number
  signed: number
}

/** The machine's own NCALayer, which the sign-in page names; or that of another machine, by any other name. */
export class Reader {
  readonly #address: string

  constructor(sandbox: string, name = 'own') {
    this.#address = `${sandbox}/ncalayer/${name}`
  }

  set({ person, kind, algorithm, owner, flaw, ...how }: ReaderSettings): Promise<ReaderView> {
    const key = person === undefined ? null : { person, kind, algorithm, owner, flaw }
    return this.#ask('PUT', { key, ...how })
  }

  view(): Promise<ReaderView> {
    return this.#ask('GET')
  }

  /** How many signatures were made meanwhile. */
  async signedDuring(act: () => Promise<void>): Promise<number> {
    const { signed } = await this.view()
    await act()
    return (await this.view()).signed - signed
  }

  /** Gives another machine's port back. */
  async remove(): Promise<void> {
    await fetch(this.#address, { method: 'DELETE' })
  }

  async #ask(method: string, body?: object): Promise<ReaderView> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(this.#address, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${this.#address}: ${String(answer.status)} ${await answer.text()}`)
    return (await answer.json()) as ReaderView
  }
}

/**
 * For `launch({ args })`: this browser finds another machine's NCALayer at the usual address, so that several browsers at
 * once have readers of their own.
 */
export function onAnotherMachine(own: ReaderView, other: ReaderView): string {
  return `--host-resolver-rules=MAP ${new URL(own.address).host} ${new URL(other.address).host}`
}
