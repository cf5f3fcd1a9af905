/** A table whose rows the API filters, sorts and counts, page by page. */
import { Loaded, More, Table, type TableProps } from '@kezek/ui'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'

export interface Part<Row> {
  items: Row[]
  total: number
}

type ServerTableProps<Row> = Omit<TableProps<Row>, 'rows' | 'total' | 'chosenElsewhere'> & {
  query: UseInfiniteQueryResult<InfiniteData<Part<Row>>>
}

export function ServerTable<Row>({ query, ...table }: ServerTableProps<Row>) {
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        return (
          <>
            <Table<Row> {...table} rows={rows} total={pages[0]?.total ?? 0} chosenElsewhere />
            {query.hasNextPage && (
              <More
                shown={rows.length}
                more
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** How many are shown already: where the next page begins, null after the last one. */
export function nextOffset<Row>({ total }: Part<Row>, pages: readonly Part<Row>[]): number | null {
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
  return shown < total ? shown : null
}
