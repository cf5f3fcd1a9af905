/** A page: its heading, which is the title of the window too and gets the focus when one comes from another page. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { type ReactNode, useEffect, useRef } from 'react'

import { classes } from '../classes'
import css from './Page.module.css'

interface PageProps {
  title: string
  /** A line below the heading. */
  lead?: ReactNode
  /** Says on the window's title that something on the page is wrong. */
  failed?: boolean
  /** One column of readable width, for forms and facts. */
  narrow?: boolean
  children: ReactNode
}

let first = true

export function Page({ title, lead, narrow = false, children }: PageProps) {
  const t = useTexts(commonTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])
  useEffect(() => {
    if (first) first = false
    else heading.current?.focus()
  }, [])
  return (
    <div className={classes(css.page, narrow && css.narrow)}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className={css.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  )
}
