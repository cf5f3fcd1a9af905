/** What is left of a wait, told every second, to the eye alone. */
import { formatSpan, type Language } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import { useNow } from '@kezek/ui'
import type { ReactNode } from 'react'

interface CountdownProps {
  /** In ms of the clock of this device. */
  until: number
  children: (span: string) => ReactNode
  /** Shown once it is over. */
  after?: ReactNode
}

const SECOND_MS = 1000

export function Countdown({ until, children, after = null }: CountdownProps) {
  const span = useSpanUntil(until)
  return span === null ? after : children(span)
}

/** In words; null once it is over. */
export function useSpanUntil(until: number): string | null {
  const language = useLanguage()
  const left = Math.ceil((until - useNow(SECOND_MS).getTime()) / SECOND_MS)
  return left > 0 ? spanOf(left, language) : null
}

/** To the second below an hour: 45 секунд, 4:05. */
function spanOf(seconds: number, language: Language): string {
  if (seconds < 60 || seconds >= 3600) return formatSpan(seconds, language)
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}
