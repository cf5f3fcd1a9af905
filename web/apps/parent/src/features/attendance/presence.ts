/** Where a child is, by what the server has said and what this device has marked since. */
import type { KindergartensEntrustedChildView, KindergartensPresence } from '@kezek/api'

import type { Mark } from './outbox'

export interface Shown {
  presence: KindergartensPresence
  arrived_at: string | null
  left_at: string | null
  /** Something of it is on this device only. */
  unsent: boolean
}

/** What was said of another day tells nothing of this one. */
export function presenceOf(child: KindergartensEntrustedChildView, ofToday: boolean, marks: readonly Mark[]): Shown {
  const known = ofToday ? child : { presence: 'awaited' as const, arrived_at: null, left_at: null }
  const shown = { presence: known.presence, arrived_at: known.arrived_at, left_at: known.left_at, unsent: false }
  return marks
    .filter(({ application_id, refused }) => application_id === child.application_id && refused === undefined)
    .reduce<Shown>(marked, shown)
}

function marked(shown: Shown, { kind, at }: Mark): Shown {
  if (kind === 'arrival') {
    return { presence: 'there', arrived_at: shown.arrived_at ?? at, left_at: null, unsent: true }
  }
  return { ...shown, presence: 'gone', left_at: at, unsent: true }
}
