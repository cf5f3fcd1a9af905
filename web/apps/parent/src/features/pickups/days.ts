/** The days for which a code may be given. */

const DAY_MS = 86_400_000

/** From the first to the last one, both `2026-12-01`. */
export function daysFrom(first: string, last: string): string[] {
  const begins = Date.parse(first)
  const count = Math.max(0, Math.round((Date.parse(last) - begins) / DAY_MS)) + 1
  return Array.from({ length: count }, (_, number) => new Date(begins + number * DAY_MS).toISOString().slice(0, 10))
}
