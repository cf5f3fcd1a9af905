/** Counts of queues, those of several districts together, below what all of them come to: pure. */
import type { QueueQueueCountsView } from '@kezek/api'

export type Counts = Omit<QueueQueueCountsView, 'queue'> & {
  key: string
  /** Null: all of them. */
  kind: QueueQueueCountsView['queue']['kind'] | null
  year: number
}

/** First of all their sum, then each kind and year in the order of the answer; nothing where there is nothing. */
export function queuesOf(queues: readonly QueueQueueCountsView[]): Counts[] {
  if (queues.length === 0) return []
  const found = new Map<string, Counts>()
  for (const { queue, ...counts } of queues) {
    const key = `${queue.kind}.${String(queue.group_year)}`
    const before = found.get(key)
    found.set(key, before ? added(before, counts) : { ...counts, key, kind: queue.kind, year: queue.group_year })
  }
  const rows = [...found.values()].sort((a, b) => order(a) - order(b) || b.year - a.year)
  return [{ ...rows.reduce(added), key: 'all', kind: null, year: 0 }, ...rows]
}

function added(sum: Counts, more: Omit<QueueQueueCountsView, 'queue'>): Counts {
  return {
    ...sum,
    waiting: sum.waiting + more.waiting,
    by_class: {
      extraordinary: sum.by_class.extraordinary + more.by_class.extraordinary,
      priority: sum.by_class.priority + more.by_class.priority,
      general: sum.by_class.general + more.by_class.general,
      transfer: sum.by_class.transfer + more.by_class.transfer,
    },
    called: sum.called + more.called,
    free: sum.free + more.free,
    free_choice: sum.free_choice + more.free_choice,
  }
}

/** Ordinary groups first. */
function order({ kind }: Counts): number {
  return kind === 'general' ? 0 : 1
}
