import { isoDay, momentOf } from '@kezek/domain'
import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The time of the device, told anew every so often while the page is looked at, and when one comes back to it. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'hidden') setNow(new Date())
    }
    const timer = setInterval(tell, everyMs)
    addEventListener('focus', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [everyMs])
  return now
}

/** The day in Kazakhstan as `2026-12-01`, by the clock of the device: another one from midnight on. */
export function useToday(): string {
  return isoDay(momentOf(useNow(MINUTE_MS)))
}
