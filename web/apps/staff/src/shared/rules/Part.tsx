/** A part of a page with its heading. */
import type { ReactNode } from 'react'

import css from './Part.module.css'

interface PartProps {
  id: string
  title: string
  children: ReactNode
}

export function Part({ id, title, children }: PartProps) {
  return (
    <section aria-labelledby={id} className={css.part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
