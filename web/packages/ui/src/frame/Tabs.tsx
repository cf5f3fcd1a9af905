/** Parts of one thing, each with an address of its own. */
import { Link } from 'wouter'

import css from './Tabs.module.css'

export interface Tab {
  href: string
  label: string
  current: boolean
}

export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={css.tabs}>
      {items.map(({ href, label: name, current }) => (
        <Link key={href} href={href} {...(current && { 'aria-current': 'page' as const })}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
