import type { Chosen } from './columns'
import type { TableProps } from './Table'

/** What the pieces of a table get. */
export type Parts<Row> = TableProps<Row> & {
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  fitting: readonly Row[]
  awaited: boolean
}
