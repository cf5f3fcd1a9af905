/** A period of whole days in Kazakhstan, as instants; both days count. */
const ZONE = '+05:00'
const DAY_MS = 24 * 3600 * 1000
const EVER = { from: '1970-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' }

export interface Days {
  /** `2026-11-21`, or empty. */
  first: string
  last: string
}

export interface Period {
  from?: string
  to?: string
}

export function periodOf({ first, last }: Days): Period {
  const [from, end] = [instantOf(first), instantOf(last)]
  return {
    ...(from !== null && { from: new Date(from).toISOString() }),
    ...(end !== null && { to: new Date(end + DAY_MS).toISOString() }),
  }
}

/** A file of an open period has all there is. */
export function closed(period: Period): Required<Period> {
  return { ...EVER, ...period }
}

function instantOf(day: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00${ZONE}`) : NaN
  return Number.isNaN(at) ? null : at
}
