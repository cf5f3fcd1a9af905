import { useEffect, useState } from 'react'

const PAUSE_MS = 300

/** A value once nobody has changed it for a moment: the API need not be asked for every letter. */
export function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
