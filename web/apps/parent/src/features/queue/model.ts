/** The order before a child as a row, and what has happened to it as sentences. */
import type { QueueAlikeView, QueueOrderChangeView, QueuePositionView } from '@kezek/api'

export type QueueClass = QueuePositionView['queue_class']

/**
 * Who is called before the child, first to last, by class: all extraordinary ones, then by turns, at last transfers (domain §5.2);
 * by numbered categories all of one before the next (domain §9.categories).
 */
export function rowBefore(position: QueuePositionView, most: number): QueueClass[] {
  const left = { ...(position.ahead ?? { extraordinary: 0, priority: 0, general: 0, transfer: 0 }) }
  const row: QueueClass[] = []
  const numbered = position.categories.map((each) => each.queue_class)
  let owed = position.owed
  while (row.length < most) {
    const next =
      numbered.length > 0 ? first(left, numbered) : first(left, ['extraordinary', ...turns(owed), 'transfer'])
    if (next === undefined) return row
    left[next] -= 1
    if (next === 'priority') owed = position.generals_per_priority
    if (next === 'general') owed = Math.max(0, owed - 1)
    row.push(next)
  }
  return row
}

function first(left: Record<QueueClass, number>, order: readonly QueueClass[]) {
  return order.find((each) => left[each] > 0)
}

function turns(owed: number) {
  return owed > 0 ? (['general', 'priority'] as const) : (['priority', 'general'] as const)
}

type Told = Pick<QueueAlikeView | QueueOrderChangeView, 'change' | 'reason' | 'in_turn' | 'more'>

const CAME = { entered: 'entered', returned: 'returned', changed: 'came', moved_here: 'came' } as const
const WENT = { changed: 'went', moved_away: 'went' } as const

/** Which sentence says what happened: before the child, or in the class that takes turns with its own. */
export function sentence({ change, reason, in_turn, more }: Told) {
  const where = in_turn ? 'turn' : 'before'
  if (more) return `${where}_${CAME[change as keyof typeof CAME]}` as const
  if (change === 'left' && reason === 'turn_started') return `${where}_called` as const
  return `${where}_${change in WENT ? 'went' : 'left'}` as const
}
