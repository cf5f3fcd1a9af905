import type { ReactNode } from 'react'

import css from './Small.module.css'

/** A line in small print. */
export function Small({ children }: { children: ReactNode }) {
  return <p className={css.small}>{children}</p>
}
