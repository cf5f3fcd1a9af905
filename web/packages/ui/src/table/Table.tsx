/** Rows with a filter under every column head on a desktop; on a phone cards, with the filters folded above them. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { type ReactNode, useRef, useState } from 'react'

import { Button } from '../form/Button'
import { useMedia } from '../state/useMedia'
import { Cards } from './Cards'
import { type Chosen, chooseRows, type Column } from './columns'
import { FoldedFilters } from './Filters'
import css from './Table.module.css'
import { WideTable } from './WideTable'

export interface TableProps<Row> {
  /** What the rows are; said to those who listen. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Shown instead of rows when there are none at all. */
  empty: ReactNode
  /** Shown instead of rows when the filters let none through; general words otherwise. */
  nothingFits?: ReactNode
  /** Buttons or links of a row. */
  actions?: (row: Row) => ReactNode
  /** Three narrow columns stay a table on a phone, too. */
  alwaysTable?: boolean
  /** Filters and order kept elsewhere, as in the address; then `rows` are shown as they come if `chosenElsewhere`. */
  chosen?: Chosen
  onChoose?: (chosen: Chosen) => void
  chosenElsewhere?: boolean
  /** How many there are that the filters let through, where `rows` are some of them. */
  total?: number
  /** Stands where the rows would, below the head with its filters: that they could not be had, or are on their way. */
  instead?: ReactNode
  /** The rows are those of before: what was chosen last is not answered yet. */
  awaited?: boolean
}

const WIDE = '(min-width: 900px)'

export function Table<Row>(props: TableProps<Row>) {
  const [own, setOwn] = useState<Chosen>({ filters: {}, sort: null })
  const wide = useMedia(WIDE)
  const whole = useRef<HTMLDivElement>(null)
  const { rows, columns, empty, chosen = own, onChoose = setOwn, chosenElsewhere = false, awaited = false } = props
  const fitting = chosenElsewhere ? rows : chooseRows(rows, columns, chosen)
  const nothing = fitting.length === 0 && !awaited
  const { nothingFits = <NothingFits /> } = props
  const { instead = nothing && filtered(chosen) ? nothingFits : undefined } = props
  if (nothing && instead === undefined) return empty
  // where nothing can be left out, all are shown
  const counted = props.total !== undefined || columns.some((column) => column.filter)
  const parts = { ...props, awaited, instead, chosen, onChoose, fitting }
  const reset = () => {
    whole.current?.focus() // the button goes away
    onChoose({ ...chosen, filters: {} })
  }
  return (
    <div ref={whole} className={css.whole} tabIndex={-1}>
      {!wide && columns.some((column) => column.filter ?? column.sortable) && <FoldedFilters {...parts} />}
      {wide || props.alwaysTable ? <WideTable {...parts} withFilters={wide} /> : <Cards {...parts} />}
      <div className={css.count}>
        {counted && props.instead === undefined && (
          <Count awaited={awaited} shown={fitting.length} all={props.total ?? rows.length} />
        )}
        {filtered(chosen) && <Reset onReset={reset} />}
      </div>
    </div>
  )
}

function NothingFits() {
  return <p>{useTexts(commonTexts)('nothingFits')}</p>
}

/** While an answer is awaited nobody knows how many it will have. */
function Count({ awaited, shown, all }: { awaited: boolean; shown: number; all: number }) {
  const t = useTexts(commonTexts)
  return <p role="status">{awaited ? t('loading') : t('shownOf', { shown, all })}</p>
}

function Reset({ onReset }: { onReset: () => void }) {
  const t = useTexts(commonTexts)
  return (
    <Button kind="second" small onClick={onReset}>
      {t('resetFilters')}
    </Button>
  )
}

export function filtered({ filters }: Chosen): boolean {
  return Object.values(filters).some((wanted) => wanted !== '')
}
