/** What runs for an application, and until when; while nothing does, why not (domain §6.2, §7). */
import type { ApplicationsClockStop } from '@kezek/api'
import type { Regime } from '@kezek/domain'

import type { Status } from './model'

/** As either service answers it. */
export interface Standing extends Regime {
  status: Status
  turn: { deadline_at: string } | null
  referral: { expires_at: string; status: string; stopped_by?: ApplicationsClockStop | null } | null
  stop_listed_until: string | null
  inactive_until: string | null
}

export type Runs =
  | { what: 'choose' | 'come' | 'stop_list' | 'restore'; until: string }
  | { what: 'stands'; why: ApplicationsClockStop }
  | { what: 'nothing' }

const NOTHING: Runs = { what: 'nothing' }

export function whatRuns({ status, turn, referral, ...more }: Standing): Runs {
  if (status === 'notified') return turn ? { what: 'choose', until: turn.deadline_at } : NOTHING
  if (status === 'stop_listed') return untilThen('stop_list', more.stop_listed_until)
  if (status === 'inactive') return untilThen('restore', more.inactive_until)
  if (referral?.status !== 'valid') return NOTHING
  if (referral.stopped_by) return { what: 'stands', why: referral.stopped_by }
  return status === 'referred' ? { what: 'come', until: referral.expires_at } : NOTHING
}

function untilThen(what: 'stop_list' | 'restore', until: string | null): Runs {
  return until === null ? NOTHING : { what, until }
}
