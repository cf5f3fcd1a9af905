/** Names and values: one below the other on a phone, side by side where there is room. */
import type { ReactNode } from 'react'

import css from './Facts.module.css'

export interface Fact {
  name: string
  value: ReactNode
}

export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {items.map(({ name, value }, index) => (
        // what is called alike may stand twice
        <div key={`${String(index)}.${name}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
