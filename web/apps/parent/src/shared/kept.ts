/** What was typed stays in memory while its page is left and come back to, as after a session that ended. */
import { whenPersonLeaves } from '@kezek/api'
import { useState } from 'react'

const kept = new Map<string, unknown>()
whenPersonLeaves(() => kept.clear())

/** A state by its name; `undefined` forgets it. */
export function useKept<T>(name: string, initial: T): [T, (value: T | undefined) => void] {
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as T) : initial))
  const keep = (next: T | undefined) => {
    if (next === undefined) kept.delete(name)
    else kept.set(name, next)
    setValue(next ?? initial)
  }
  return [value, keep]
}

/** Forgets all whose names begin so, as once a form has served. */
export function forgetKept(prefix: string): void {
  for (const name of kept.keys()) if (name.startsWith(prefix)) kept.delete(name)
}
