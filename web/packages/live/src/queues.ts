/** Which queues this tab's open pages show: what moves in them is told to it too. */
import type { ApplicationsApplicationTabs, QueuePositionView } from '@kezek/api'
import type { QueryClient } from '@tanstack/react-query'

/** The server follows no more for one browser. */
const AT_MOST = 8
const POSITION = ['queue', 'position']
const APPLICATION = ['applications', 'application']

/** The queues of the positions and applications that are shown, as the server names them. */
export function shownQueues(client: QueryClient): string[] {
  const positions = shown(client, POSITION) as QueuePositionView[]
  const applications = shown(client, APPLICATION) as ApplicationsApplicationTabs[]
  const queues = [
    ...positions.map(({ queue }) => named(queue.district, queue)),
    ...applications.map(({ information }) => named(information.district.code, information)),
  ]
  return [...new Set(queues)].sort()
}

/** Whether what a hint is about is a queue, at which many look: in this tab or not. */
export function isQueue(id: string): boolean {
  return /^\d{4}\.[a-z_]+\.\d{4}$/.test(id)
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

function shown(client: QueryClient, queryKey: readonly string[]): unknown[] {
  const found = client.getQueryCache().findAll({ queryKey, type: 'active' })
  return found.flatMap(({ state: { data } }) => (data == null ? [] : [data]))
}

function named(district: string, { kind, group_year }: { kind: string; group_year: number }): string {
  return `${district}.${kind}.${String(group_year)}`
}
