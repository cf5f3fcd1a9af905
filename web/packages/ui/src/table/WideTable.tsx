import { commonTexts, useTexts } from '@kezek/i18n'

import { Hidden } from '../text/Hidden'
import { type Column, shown } from './columns'
import { Filter } from './Filters'
import type { Parts } from './parts'
import css from './Table.module.css'

export function WideTable<Row>({ withFilters, ...parts }: Parts<Row> & { withFilters: boolean }) {
  const { caption, columns, awaited } = parts
  const t = useTexts(commonTexts)
  const filters = withFilters && columns.some((column) => column.filter)
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={css.table} {...(awaited && { 'aria-busy': true })}>
        <caption>
          <Hidden>{awaited ? `${caption}. ${t('loading')}` : caption}</Hidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} parts={parts} />
            ))}
            {parts.actions && (
              <th>
                <Hidden>{t('actions')}</Hidden>
              </th>
            )}
          </tr>
          {filters && (
            <tr className={css.filters}>
              {columns.map((column) => (
                <td key={column.key}>{column.filter && <Filter column={column} parts={parts} small />}</td>
              ))}
              {parts.actions && <td />}
            </tr>
          )}
        </thead>
        <tbody>
          <Body {...parts} />
        </tbody>
      </table>
    </div>
  )
}

function Body<Row>({ columns, fitting, keyOf, actions, instead }: Parts<Row>) {
  if (instead !== undefined)
    return (
      <tr>
        <td colSpan={columns.length + (actions ? 1 : 0)}>{instead}</td>
      </tr>
    )
  return fitting.map((row) => (
    <tr key={keyOf(row)}>
      {columns.map((column) => (
        <td key={column.key} className={column.numeric ? css.numeric : undefined}>
          {shown(column, row)}
        </td>
      ))}
      {actions && <td>{actions(row)}</td>}
    </tr>
  ))
}

function Head<Row>({ column, parts: { chosen, onChoose } }: { column: Column<Row>; parts: Parts<Row> }) {
  const sorted = chosen.sort?.key === column.key ? chosen.sort : null
  const order = sorted && (sorted.descending ? 'descending' : 'ascending')
  const next = { key: column.key, descending: sorted !== null && !sorted.descending }
  return (
    <th scope="col" className={column.numeric ? css.numeric : undefined} {...(order && { 'aria-sort': order })}>
      {column.sortable ? (
        <button type="button" className={css.sort} onClick={() => onChoose({ ...chosen, sort: next })}>
          {column.title}
          <span aria-hidden="true">{sorted ? (sorted.descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}
