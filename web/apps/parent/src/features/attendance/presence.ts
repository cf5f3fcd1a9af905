/** Where a child is, by what the server has said and what this device has marked since. */
import type { KindergartensEntrustedChildView, KindergartensPresence } from '@kezek/api'
import { isoDay, momentOf } from '@kezek/domain'

import type { Mark } from './outbox'

export interface Shown {
  presence: KindergartensPresence
  arrived_at: string | null
  left_at: string | null
  /** Something of it is on this device only. */
  unsent: boolean
}

/**
 * What was said or marked on another day tells nothing of today. All of it is by the device's clock: a phone whose date
 * is wrong has the same wrong date now as it had when it was told.
 */
export function presenceOf(
  child: KindergartensEntrustedChildView,
  toldAt: number,
  marks: readonly Mark[],
  today: string,
): Shown {
  const ofToday = (at: string | number) => isoDay(momentOf(new Date(at))) === today
  const known = ofToday(toldAt) ? child : { presence: 'awaited' as const, arrived_at: null, left_at: null }
  const shown = { presence: known.presence, arrived_at: known.arrived_at, left_at: known.left_at, unsent: false }
  return marks
    .filter(({ application_id, refused }) => application_id === child.application_id && refused === undefined)
    .filter(({ at }) => ofToday(at))
    .reduce<Shown>(marked, shown)
}

function marked(shown: Shown, { kind, at }: Mark): Shown {
  if (kind === 'arrival') {
    return { presence: 'there', arrived_at: shown.arrived_at ?? at, left_at: null, unsent: true }
  }
  return { ...shown, presence: 'gone', left_at: at, unsent: true }
}
