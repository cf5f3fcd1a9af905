import { commonTexts, useTexts } from '@kezek/i18n'
import { type ComponentProps, useId } from 'react'

import { DayField, useDayInWords } from '../form/DayField'
import { Select } from '../form/Select'
import { TextField } from '../form/TextField'
import { choicesOf, type Column } from './columns'
import type { Parts } from './parts'
import css from './Table.module.css'

interface FilterProps<Row> {
  column: Column<Row>
  parts: Parts<Row>
  /** Below a column head, whose title is its label. */
  small?: boolean
}

const TYPED = {
  text: { type: 'search', size: 10 },
  number: { type: 'text', inputMode: 'numeric', maxLength: 4, size: 4 },
} as const

/** «(Все)» first; the others are the values that are there. */
export function Filter<Row>({ column, parts: { rows, chosen, onChoose }, small = false }: FilterProps<Row>) {
  const t = useTexts(commonTexts)
  const value = chosen.filters[column.key] ?? ''
  const choose = (wanted: string) => onChoose({ ...chosen, filters: { ...chosen.filters, [column.key]: wanted } })
  const label = t('filterOf', { column: column.title })
  if (column.filter === 'day')
    return small ? (
      <SmallDay label={label} value={value} onChoose={choose} />
    ) : (
      <DayField label={column.title} value={value} onChoose={choose} />
    )
  if (column.filter !== 'choice') {
    const set = {
      value,
      onChange: (event: { target: { value: string } }) => choose(event.target.value),
      ...TYPED[column.filter ?? 'text'],
    }
    return small ? <input {...set} aria-label={label} /> : <TextField label={column.title} {...set} />
  }
  const options = [
    <option key="" value="">
      {t('all')}
    </option>,
    ...choicesOf(column, rows).map((each) => (
      <option key={each.value} value={each.value}>
        {each.label}
      </option>
    )),
  ]
  const set = { value, onChange: (event: { target: { value: string } }) => choose(event.target.value) }
  return small ? (
    <select {...set} aria-label={label}>
      {options}
    </select>
  ) : (
    <Select label={column.title} {...set}>
      {options}
    </Select>
  )
}

/** Below a column head there is no room for more than the field, and the day in words. */
function SmallDay({ label, value, onChoose }: ComponentProps<typeof DayField>) {
  const words = useDayInWords(value)
  const id = useId()
  return (
    <>
      <input
        type="date"
        value={value}
        aria-label={label}
        {...(words !== undefined && { 'aria-describedby': id })}
        onChange={(event) => onChoose(event.target.value)}
      />
      {words !== undefined && <span id={id}>{words}</span>}
    </>
  )
}

/** All filters and the order in one place, folded. */
export function FoldedFilters<Row>(parts: Parts<Row>) {
  const t = useTexts(commonTexts)
  const { columns, chosen, onChoose } = parts
  const sortable = columns.filter((column) => column.sortable)
  const active = Object.values(chosen.filters).filter((wanted) => wanted !== '').length
  return (
    <details className={css.folded}>
      <summary>{active > 0 ? t('filtersActive', { n: active }) : t('filters')}</summary>
      <div className={css.fields}>
        {columns.map((column) => column.filter && <Filter key={column.key} column={column} parts={parts} />)}
        {sortable.length > 0 && (
          <Select
            label={t('order')}
            value={chosen.sort ? `${chosen.sort.key}${chosen.sort.descending ? ' down' : ''}` : ''}
            onChange={(event) => {
              const [key = '', down] = event.target.value.split(' ')
              onChoose({ ...chosen, sort: key ? { key, descending: down !== undefined } : null })
            }}
          >
            <option value="">{t('orderAsIs')}</option>
            {sortable.flatMap(({ key, title }) => [
              <option key={key} value={key}>{`${title} ↑`}</option>,
              <option key={`${key} down`} value={`${key} down`}>{`${title} ↓`}</option>,
            ])}
          </Select>
        )}
      </div>
    </details>
  )
}
