/** Which queues this tab's open pages show: what moves in them is told to it too. */
import type { QueuePositionView } from '@kezek/api'
import type { QueryClient } from '@tanstack/react-query'

/** The server follows no more for one browser. */
const AT_MOST = 8
const POSITION = ['queue', 'position']

/** The queues of the positions that are shown, as the server names them. */
export function shownQueues(client: QueryClient): string[] {
  const shown = client.getQueryCache().findAll({ queryKey: POSITION, type: 'active' })
  const queues = shown.flatMap(({ state: { data } }) => (data == null ? [] : [named(data as QueuePositionView)]))
  return [...new Set(queues)].sort()
}

/** Tells now and whenever it changes; the answer ends it. */
export function watchQueues(client: QueryClient, onChange: (queues: string[]) => void): () => void {
  let told = ''
  const look = () => {
    const queues = shownQueues(client)
    if (queues.join() === told) return
    told = queues.join()
    onChange(queues)
  }
  look()
  return client.getQueryCache().subscribe(look)
}

/** What all tabs of this browser look at, as the tab that holds the stream knows it; who looked last comes first. */
export class Followed {
  #queues: string[] = []

  get all(): readonly string[] {
    return this.#queues
  }

  /** Whether the stream has to be asked for anew: one that follows too much is good enough. */
  add(queues: readonly string[]): boolean {
    const isNew = queues.some((queue) => !this.#queues.includes(queue))
    if (isNew) this.#queues = [...new Set([...queues, ...this.#queues])].slice(0, AT_MOST)
    return isNew
  }
}

function named({ queue: { district, kind, group_year } }: QueuePositionView): string {
  return `${district}.${kind}.${String(group_year)}`
}
