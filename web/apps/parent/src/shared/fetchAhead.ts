import { useEffect } from 'react'

/** What is read first is shown before anything else is fetched. */
const READ_MS = 3000

/** Fetches what a later step needs while the one before is read; what cannot be fetched now is asked for when shown. */
export function useFetchAhead(loads: readonly (() => Promise<unknown>)[], atOnce = false): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const load of loads) load().catch(() => undefined)
    }
    const later = setTimeout(fetchAll, atOnce ? 0 : READ_MS)
    return () => clearTimeout(later)
  }, [loads, atOnce])
}
