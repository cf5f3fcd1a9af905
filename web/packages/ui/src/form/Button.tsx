/** Buttons, and links that look like one. */
import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'wouter'

import { classes } from '../classes'
import css from './Button.module.css'

type Kind = 'main' | 'second' | 'bad'

interface Look {
  kind?: Kind
  /** As wide as its text, also on a phone. */
  small?: boolean
}

function look({ kind = 'main', small = false }: Look): string {
  return classes(css.button, kind !== 'main' && css[kind], small && css.small)
}

export function Button({ kind, small, ...rest }: Look & Omit<ComponentProps<'button'>, 'className'>) {
  return <button type="button" {...rest} className={look(definite({ kind, small }))} />
}

interface LinkButtonProps extends Look {
  href: string
  children: ReactNode
}

export function LinkButton({ kind, small, href, children }: LinkButtonProps) {
  return (
    <Link href={href} className={look(definite({ kind, small }))}>
      {children}
    </Link>
  )
}

interface FileButtonProps extends LinkButtonProps {
  /** What the file is saved as. */
  name: string
  /** What the button is called where several read alike. */
  label?: string
}

/** Fetches a file that the API makes. */
export function FileButton({ kind, small, href, name, label, children }: FileButtonProps) {
  return (
    <a href={href} download={name} aria-label={label} className={look(definite({ kind, small }))}>
      {children}
    </a>
  )
}

function definite({ kind, small }: { kind: Kind | undefined; small: boolean | undefined }): Look {
  return { ...(kind && { kind }), ...(small && { small }) }
}
