/** Whose card stands where: who must act first, the most urgent on top; then who waits, then who is settled. */
import type { ApplicationsChildView } from '@kezek/api'

import { type Application, isOver, type Status } from '../../shared/applications/model'

/** With so many children and more those who wait take one line each. */
const MANY = 3

export interface Arranged {
  live: Application[]
  /** The waiting ones are shown in a line. */
  folded: boolean
  /** Of children who have no live application; newest first. */
  ended: Application[]
  /** Children by the register for whom an application can be made. */
  without: ApplicationsChildView[]
}

/** `children` is undefined while the register has not answered. */
export function arrange(
  applications: readonly Application[],
  children: readonly ApplicationsChildView[] = [],
): Arranged {
  const live = applications.filter(({ state }) => !isOver(state.code))
  const busy = new Set(live.map(({ child }) => child.iin))
  const ended = applications.filter(({ state, child }) => isOver(state.code) && !busy.has(child.iin))
  const without = children.filter(({ obstacle, iin }) => obstacle === null && !busy.has(iin))
  return { live: [...live].sort(byUrgency), folded: live.length >= MANY, ended, without }
}

const RANKS: Partial<Record<Status, number>> = { notified: 0, referred: 0, inactive: 0, enrolled: 2 }

function byUrgency(one: Application, other: Application): number {
  return rank(one) - rank(other) || compare(dueAt(one), dueAt(other)) || compare(one.submitted_at, other.submitted_at)
}

function rank({ state }: Application): number {
  return RANKS[state.code] ?? 1
}

/** Until when something must be done; what has no term comes after what has one. */
function dueAt({ state, turn, referral }: Application): string {
  if (state.code === 'notified' && turn) return turn.deadline_at
  if (state.code === 'referred' && referral) return referral.expires_at
  return '9999'
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
