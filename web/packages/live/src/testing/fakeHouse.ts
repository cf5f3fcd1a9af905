/** A small real server that streams as auth does, and locks as a browser has them. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export class FakeHouse {
  /** How the next requests are refused; then streams are given. */
  readonly refusals: number[] = []
  /** The `Last-Event-ID` of every request. */
  readonly asked: string[] = []
  /** The queues that every request asked for. */
  readonly queues: string[][] = []
  readonly #open = new Set<ServerResponse>()
  readonly #server: Server = createServer((request, response) => {
    this.asked.push(String(request.headers['last-event-id'] ?? ''))
    this.queues.push(new URL(request.url ?? '', 'http://house').searchParams.getAll('queue'))
    const refusal = this.refusals.shift()
    response.writeHead(refusal ?? 200, { 'content-type': 'text/event-stream' })
    if (refusal !== undefined) {
      response.end()
      return
    }
    response.write(':\n\n')
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
  })

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/live`
  }

  stop(): void {
    this.breakOff()
    this.#server.close()
    this.#server.closeAllConnections()
  }

  get streams(): number {
    return this.#open.size
  }

  hint(id: string, kind: string, of = 'a'): void {
    this.say(`id: ${id}\ndata: {"kind":"${kind}","id":"${of}","version":1}\n\n`)
  }

  say(text: string): void {
    for (const each of this.#open) each.write(text)
  }

  breakOff(): void {
    for (const each of this.#open) each.destroy()
  }
}

/** One holder at a time, the others in their order; who is told to stop while waiting goes. */
export function fakeLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve()
  const request = async (_: string, { signal }: LockOptions, mine: () => Promise<unknown>) => {
    const before = last
    const turn = (async () => {
      await before
      if (signal?.aborted !== true) await mine()
    })()
    last = turn.catch(() => undefined)
    await turn
  }
  return { request } as unknown as LockManager
}
