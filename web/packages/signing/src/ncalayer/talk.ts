/** A talk over a socket: what comes is kept until it is asked for, so nothing is missed between two questions. */
import { NcalayerError, type NcalayerFailure } from './failure'

export interface Wait {
  ms: number
  signal: AbortSignal
  /** What it means when nothing comes. */
  silent: NcalayerFailure
  /** What it means when the socket breaks or closes. */
  ended: NcalayerFailure
}

/** What comes first: the socket is open. */
export const OPENED = ''

export class Talk {
  readonly #socket: WebSocket
  readonly #heard: string[] = []
  #over = false
  #look: (() => void) | undefined

  constructor(address: string) {
    this.#socket = new WebSocket(address)
    this.#socket.addEventListener('open', () => this.#note(OPENED))
    this.#socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#note(String(data)))
    for (const event of ['error', 'close']) {
      this.#socket.addEventListener(event, () => {
        this.#over = true
        this.#look?.()
      })
    }
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }

  close(): void {
    this.#socket.close()
  }

  /** What comes next; throws what it means when nothing does. */
  next({ ms, signal, silent, ended }: Wait): Promise<string> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', look)
        this.#look = undefined
      }
      const fail = (reason: NcalayerFailure) => {
        leave()
        reject(new NcalayerError(reason))
      }
      const look = () => {
        const text = this.#heard.shift()
        if (signal.aborted) fail('cancelled')
        else if (text === undefined && this.#over) fail(ended)
        else if (text !== undefined) {
          leave()
          resolve(text)
        }
      }
      const timer = setTimeout(() => fail(silent), ms)
      signal.addEventListener('abort', look)
      this.#look = look
      look()
    })
  }

  #note(text: string): void {
    this.#heard.push(text)
    this.#look?.()
  }
}
