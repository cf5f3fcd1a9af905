/** A word of importance beside the text: a coloured edge, its name in bold, the rest plain. */
import type { ReactNode } from 'react'

import { classes } from '../classes'
import css from './Notice.module.css'

interface NoticeProps {
  kind?: 'important' | 'bad' | 'info' | 'ok'
  /** «МАҢЫЗДЫ!» and the like. */
  title?: ReactNode
  /** Said aloud when it appears: at once for what is wrong, else when the reader pauses. */
  live?: boolean
  children?: ReactNode
}

export function Notice({ kind = 'important', title, live = false, children }: NoticeProps) {
  return (
    <div className={classes(css.notice, css[kind])} {...(live && { role: kind === 'bad' ? 'alert' : 'status' })}>
      {title !== undefined && <strong className={css.title}>{title} </strong>}
      {children}
    </div>
  )
}
