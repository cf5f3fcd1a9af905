/** What is signed, in full, in the double gold frame; nothing else has that frame but whose key was chosen. */
import { type ReactNode, useId } from 'react'

import css from './Statement.module.css'

interface StatementProps {
  /** What it is: «Қол қойылатын мәтін». */
  title: string
  children: ReactNode
}

export function Statement({ title, children }: StatementProps) {
  const id = useId()
  return (
    <section className={css.statement} aria-labelledby={id}>
      <h3 id={id} className={css.title}>
        {title}
      </h3>
      {children}
    </section>
  )
}

/** A plain text with its line breaks as they will be signed. */
export function StatementText({ children }: { children: string }) {
  return <p className={css.text}>{children}</p>
}
