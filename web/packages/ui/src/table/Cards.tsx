import { commonTexts, useTexts } from '@kezek/i18n'

import { Facts } from '../text/Facts'
import { shown } from './columns'
import type { Parts } from './parts'
import css from './Table.module.css'

/** A row a card: its first column is the heading, the others are names and values. */
export function Cards<Row>({ caption, columns, fitting, keyOf, actions, instead, awaited }: Parts<Row>) {
  const t = useTexts(commonTexts)
  const [first, ...rest] = columns
  if (instead !== undefined) return <div>{instead}</div>
  return (
    <ul
      className={css.cards}
      aria-label={awaited ? `${caption}. ${t('loading')}` : caption}
      {...(awaited && { 'aria-busy': true })}
    >
      {fitting.map((row) => (
        <li key={keyOf(row)}>
          {first && <h3>{shown(first, row)}</h3>}
          <Facts items={rest.map((column) => ({ name: column.title, value: shown(column, row) }))} />
          {actions?.(row)}
        </li>
      ))}
    </ul>
  )
}
