/** A table whose rows the API filters, sorts and counts, page by page. */
import { filtered, More, ProblemNotice, Spinner, Stale, Table, type TableProps } from '@kezek/ui'

import type { Part } from './paged'
import type { Searched } from './useSearched'

type Given = 'rows' | 'total' | 'chosen' | 'onChoose' | 'chosenElsewhere' | 'instead' | 'awaited'

type ServerTableProps<Row> = Omit<TableProps<Row>, Given> & { searched: Searched<Part<Row>> }

/** Whatever becomes of a question, the filters stay: with them one asks again. */
export function ServerTable<Row>({ searched, ...table }: ServerTableProps<Row>) {
  const { query, chosen, onChoose, awaited } = searched
  const { data, error } = query
  const retry = () => void query.refetch()
  if (!data && !error && !filtered(chosen)) return <Spinner />
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {data && error && <Stale at={query.dataUpdatedAt} onRetry={retry} />}
      <Table<Row>
        {...table}
        rows={rows}
        total={data?.pages[0]?.total ?? 0}
        chosenElsewhere
        chosen={chosen}
        onChoose={onChoose}
        awaited={awaited}
        {...(!data && { instead: error ? <ProblemNotice error={error} onRetry={retry} /> : <Spinner /> })}
      />
      {data && (query.hasNextPage || data.pages.length > 1) && !awaited && (
        <More
          shown={rows.length}
          more={query.hasNextPage}
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </>
  )
}
