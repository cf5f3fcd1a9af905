/** Days and hours of Kazakhstan: five hours ahead of UTC everywhere since 2024, whatever the device believes. */

/** A day of the calendar. */
export interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

export interface Moment extends Day {
  readonly hour: number
  readonly minute: number
}

const AHEAD_MS = 5 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000

/** `2026-12-01` as the API writes days. */
export function dayOf(text: string): Day {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? []
  if (!year || !month || !day) throw new RangeError('not a day')
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** Day and hour in Kazakhstan of an instant: text with its offset as the API writes it, or a Date. */
export function momentOf(instant: string | Date): Moment {
  const there = new Date(msOf(instant) + AHEAD_MS)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
  }
}

/** 0 for Monday to 6 for Sunday. */
export function weekday({ year, month, day }: Day): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

/** The last day of a term and the hour it ends: a term that ends at midnight ends at 24:00 of the day before. */
export function endOf(instant: string | Date): Moment {
  const moment = momentOf(instant)
  if (moment.hour !== 0 || moment.minute !== 0) return moment
  const before = momentOf(new Date(msOf(instant) - DAY_MS))
  return { ...before, hour: 24 }
}

/** The day as `2026-12-01`. */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year)}-${two(month)}-${two(day)}`
}

export function msOf(instant: string | Date): number {
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(ms)) throw new RangeError('not an instant')
  return ms
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
