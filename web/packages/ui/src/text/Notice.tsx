/** A word of importance beside the text: a coloured edge, its name in bold, the rest plain. */
import { type ReactNode, useEffect, useRef } from 'react'

import { classes } from '../classes'
import css from './Notice.module.css'

/** `ifLost`: only where nothing has it any more. */
export type Focused = boolean | 'ifLost'

interface NoticeProps {
  kind?: 'important' | 'bad' | 'info' | 'ok'
  /** «МАҢЫЗДЫ!» and the like. */
  title?: ReactNode
  /** Said aloud when it appears: at once for what is wrong, else when the reader pauses. */
  live?: boolean
  /** Takes the focus when it appears: what was pressed goes away, and here one reads on. */
  focused?: Focused
  children?: ReactNode
}

export function Notice({ kind = 'important', title, live = false, focused = false, children }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused === true || (focused && document.activeElement === document.body)) box.current?.focus()
  }, [focused])
  return (
    <div
      ref={box}
      className={classes(css.notice, css[kind])}
      {...(live && { role: kind === 'bad' ? 'alert' : 'status' })}
      {...(focused !== false && { tabIndex: -1 })}
    >
      {title !== undefined && <strong className={css.title}>{title} </strong>}
      {children}
    </div>
  )
}
