import { useEffect, useState } from 'react'

import type { ActState } from '../act/state'

/** After this long one is told that it still goes on. */
const LATE_MS = 10_000

/** Whether things have stood like this for long. */
export function useLate(stage: string): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [stage])
  return late
}

/** Whether a signature is there, or was sent, and whoever is to judge it lets wait: one may do something else meanwhile. */
export function useMayLeave(state: ActState<unknown>): boolean {
  const late = useLate(state.at)
  return state.at === 'checking' && (late || state.lost || state.waitsFor !== undefined)
}
