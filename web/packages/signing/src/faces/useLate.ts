import { useEffect, useState } from 'react'

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
