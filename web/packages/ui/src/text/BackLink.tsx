import { Link } from 'wouter'

import css from './BackLink.module.css'

/** The way back, above the heading. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={css.back}>
      {children}
    </Link>
  )
}
