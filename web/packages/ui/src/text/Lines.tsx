import type { ReactNode } from 'react'

import { classes } from '../classes'
import css from './Lines.module.css'

interface LinesProps {
  /** Whether their order says something. */
  ordered?: boolean
  /** What a line says on the left, what is done with it on the right. */
  apart?: boolean
  /** Items of a list. */
  children: ReactNode
}

/** One thing a line, a rule between them. */
export function Lines({ ordered = false, apart = false, children }: LinesProps) {
  const List = ordered ? 'ol' : 'ul'
  return <List className={classes(css.lines, apart && css.apart)}>{children}</List>
}
