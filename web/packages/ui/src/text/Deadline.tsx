/** The one dark block of a card: what to do, until when, what is left, and what happens after. */
import { formatDeadline, formatSpan, secondsUntil } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import type { ReactNode } from 'react'

import { useNow } from '../state/useNow'
import css from './Deadline.module.css'

interface DeadlineProps {
  /** What to do, in a few words. */
  action: ReactNode
  /** The instant the term ends; an act before it is in time. */
  at: string
  /** What happens when it passes. */
  children?: ReactNode
}

const MINUTE_MS = 60_000

export function Deadline({ action, at, children }: DeadlineProps) {
  const t = useTexts(commonTexts)
  const language = useLanguage()
  const left = secondsUntil(at, useNow(MINUTE_MS))
  const until = formatDeadline(at, language)
  if (left === null) return <p className={css.passed}>{t('termPassed', { until })}</p>
  return (
    <div className={css.due}>
      <p className={css.action}>{action}</p>
      <p className={css.date}>{until}</p>
      <p>{t('left', { span: formatSpan(left, language) })}</p>
      {children !== undefined && <p className={css.after}>{children}</p>}
    </div>
  )
}
