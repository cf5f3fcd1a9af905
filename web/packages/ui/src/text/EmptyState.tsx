/** Nothing is here: said outright, as of when, with what will change it and one way on. */
import type { ReactNode } from 'react'

import css from './EmptyState.module.css'

interface EmptyStateProps {
  /** What is so: «Қазір бос орын жоқ.» */
  title: string
  /** What will change it. */
  children?: ReactNode
  /** One link or button. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
