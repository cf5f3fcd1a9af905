/** What a table is made of, and the choice of its rows: pure. */
import { compareTexts, isoDay, momentOf } from '@kezek/domain'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: string
  /** What it is filtered and sorted by, and shown as unless `show` says otherwise. */
  value: (row: Row) => string | number
  show?: (row: Row) => ReactNode
  /** A field to search in, a number as it is, a day, or a list of the values to choose from. */
  filter?: 'text' | 'number' | 'day' | 'choice'
  /** What to choose from, where the rows at hand do not hold all of it; the value is what the filter is set to. */
  choices?: readonly TableChoice[]
  sortable?: boolean
  numeric?: boolean
}

export interface TableChoice {
  value: string
  label: string
}

export interface Sort {
  key: string
  descending: boolean
}

export interface Chosen {
  filters: Readonly<Record<string, string>>
  sort: Sort | null
}

/** The rows that the filters let through, in order. */
export function chooseRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { filters, sort }: Chosen,
): Row[] {
  const fitting = rows.filter((row) => columns.every((column) => fits(column, row, filters[column.key] ?? '')))
  const by = columns.find((column) => column.key === sort?.key)
  if (!by) return fitting
  const direction = sort?.descending ? -1 : 1
  return fitting.sort((a, b) => direction * compare(by.value(a), by.value(b)))
}

function fits<Row>(column: Column<Row>, row: Row, wanted: string): boolean {
  if (wanted === '') return true
  const value = String(column.value(row))
  switch (column.filter) {
    case 'choice':
      return value === wanted
    case 'number':
      return value === wanted.trim()
    case 'day':
      return dayIn(value) === wanted
    default:
      return value.toLowerCase().includes(wanted.trim().toLowerCase())
  }
}

/** An instant is on its day in Kazakhstan. */
function dayIn(value: string): string {
  return value.includes('T') ? isoDay(momentOf(value)) : value
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b))
}

/** What a column's list offers. */
export function choicesOf<Row>(column: Column<Row>, rows: readonly Row[]): readonly TableChoice[] {
  const found = () => [...new Set(rows.map((row) => String(column.value(row))))].sort(compareTexts)
  return column.choices ?? found().map((each) => ({ value: each, label: each }))
}

export function shown<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show ? column.show(row) : column.value(row)
}
