/** Where a child is on a day, as the page calls it. */
import type { KindergartensPresence } from '@kezek/api'
import { isoDay, momentOf } from '@kezek/domain'

export type Presence = KindergartensPresence | 'notLeft'

/** Of a day that is over nobody says that a child is there now. */
export function presenceOn(day: string, presence: KindergartensPresence): Presence {
  return presence === 'there' && day < isoDay(momentOf(new Date())) ? 'notLeft' : presence
}
