import { formatMoment } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import type { ReactNode } from 'react'

import css from './Logs.module.css'

interface LogLineProps {
  at: string
  what: string
  /** Each with its name: who, why. */
  facts: readonly { name: string; value: ReactNode }[]
  /** What not everybody needs to read. */
  children?: ReactNode
}

/** One line of a log: when, what, and the rest of it in small print. */
export function LogLine({ at, what, facts, children }: LogLineProps) {
  return (
    <>
      <time dateTime={at}>{formatMoment(at, useLanguage())}</time>
      <div>
        <h2>{what}</h2>
        {facts.map(({ name, value }) => (
          <p key={name} className={css.small}>
            {name}: {value}
          </p>
        ))}
        {children}
      </div>
    </>
  )
}
