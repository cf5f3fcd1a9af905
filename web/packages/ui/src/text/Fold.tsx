/** What not everybody needs to read: folded below a line that says what it is. */
import type { ReactNode } from 'react'

import css from './Fold.module.css'

export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={css.fold}>
      <summary>{summary}</summary>
      <div className={css.inside}>{children}</div>
    </details>
  )
}
