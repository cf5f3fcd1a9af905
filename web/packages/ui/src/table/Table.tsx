/** Rows with a filter under every column head on a desktop; on a phone cards, with the filters folded above them. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { type ReactNode, useState } from 'react'

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
}

const WIDE = '(min-width: 900px)'

export function Table<Row>(props: TableProps<Row>) {
  const [own, setOwn] = useState<Chosen>({ filters: {}, sort: null })
  const wide = useMedia(WIDE)
  const {
    rows,
    columns,
    empty,
    chosen = own,
    onChoose = setOwn,
    chosenElsewhere = false,
    alwaysTable = false,
    total,
  } = props
  const fitting = chosenElsewhere ? rows : chooseRows(rows, columns, chosen)
  if (rows.length === 0 && !filtered(chosen)) return empty
  const parts = { ...props, chosen, onChoose, fitting }
  return (
    <div className={css.whole}>
      {!wide && columns.some((column) => column.filter ?? column.sortable) && <FoldedFilters {...parts} />}
      {wide || alwaysTable ? <WideTable {...parts} withFilters={wide} /> : <Cards {...parts} />}
      <Count
        chosen={chosen}
        shown={fitting.length}
        all={total ?? rows.length}
        onReset={() => onChoose({ ...chosen, filters: {} })}
      />
    </div>
  )
}

interface CountProps {
  chosen: Chosen
  shown: number
  all: number
  onReset: () => void
}

function Count({ chosen, shown, all, onReset }: CountProps) {
  const t = useTexts(commonTexts)
  return (
    <div className={css.count}>
      <p role="status">{t('shownOf', { shown, all })}</p>
      {filtered(chosen) && (
        <Button kind="second" small onClick={onReset}>
          {t('resetFilters')}
        </Button>
      )}
    </div>
  )
}

function filtered({ filters }: Chosen): boolean {
  return Object.values(filters).some((wanted) => wanted !== '')
}
