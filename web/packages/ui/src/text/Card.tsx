/** A white card; `marked` has the teal line on top of what comes first, or the gold one of what must be acted on. */
import type { ReactNode } from 'react'

import { classes } from '../classes'
import css from './Card.module.css'

interface CardProps {
  children: ReactNode
  marked?: boolean | 'act'
  /** The heading that names it, by its id. */
  labelledBy?: string
}

export function Card({ children, marked = false, labelledBy }: CardProps) {
  const Tag = labelledBy === undefined ? 'div' : 'section'
  return (
    <Tag className={classes(css.card, marked && css.marked, marked === 'act' && css.act)} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  )
}
