/** A year's days: worked or free, by rule or because somebody set them so. Pressing a day turns it round. */
import type { QueueCalendarView } from '@kezek/api'
import { type Day, isoDay, weekday } from '@kezek/domain'

/** How a day stands: by rule, or set otherwise. */
export type DayState = 'work' | 'off' | 'holiday' | 'setOff' | 'setWork'

const SATURDAY = 5

export function daysOf(year: number, month: number): readonly Day[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => ({ year, month, day: index + 1 }))
}

export function stateOf(day: Day, { holidays, worked, free }: QueueCalendarView): DayState {
  const iso = isoDay(day)
  if (worked.includes(iso)) return 'setWork'
  if (free.includes(iso)) return 'setOff'
  if (holidays.some(({ on }) => on === iso)) return 'holiday'
  return weekday(day) < SATURDAY ? 'work' : 'off'
}

export function isWorked(state: DayState): boolean {
  return state === 'work' || state === 'setWork'
}

/** The year with these days turned round: what was set goes back to the rule, what is by rule is set otherwise. */
export function turned(year: QueueCalendarView, days: readonly string[], confirmed: boolean): QueueCalendarView {
  return days.reduce((found, iso) => turn(found, iso), { ...year, confirmed })
}

function turn(year: QueueCalendarView, iso: string): QueueCalendarView {
  const without = (list: readonly string[]) => list.filter((each) => each !== iso)
  const set = { ...year, worked: without(year.worked), free: without(year.free) }
  if (year.worked.includes(iso) || year.free.includes(iso)) return set
  const [, month = 0, day = 0] = iso.split('-').map(Number)
  const worked = isWorked(stateOf({ year: year.year, month, day }, year))
  return worked ? { ...set, free: [...set.free, iso].sort() } : { ...set, worked: [...set.worked, iso].sort() }
}
