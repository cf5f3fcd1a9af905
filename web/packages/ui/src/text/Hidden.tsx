import type { ReactNode } from 'react'

import css from './Hidden.module.css'

/** Only for those who listen. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={css.hidden}>{children}</span>
}
