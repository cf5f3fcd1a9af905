/** Questions that the API answers page by page, counting what the filters let through. */
import type { Chosen } from '@kezek/ui'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

export interface Part<Row> {
  items: Row[]
  total: number
}

interface Asked {
  offset: number
  limit: number
}

const PAGE = 50

/** What was answered before stays, marked as such, until the next answer is there. */
export function pagedQuery<P extends Part<unknown>>(
  key: readonly unknown[],
  ask: (page: Asked, signal: AbortSignal) => Promise<P>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam: offset, signal }) => ask({ offset, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  })
}

/** How many are shown already: where the next page begins, null after the last one. */
function nextOffset({ total }: Part<unknown>, pages: readonly Part<unknown>[]): number | null {
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
  return shown < total ? shown : null
}

/** The filters that two lists of kindergartens have in common, and the order by one of `columns`, as the API takes them. */
export function placeAndName<Name extends string>(
  { filters: { district, name }, sort }: Chosen,
  columns: readonly Name[],
) {
  const column = columns.find((each) => each === sort?.key)
  const part = name?.trim()
  return {
    ...(district && { district }),
    ...(part && { name: part }),
    ...(column && { sort: column, descending: sort?.descending ?? false }),
  }
}
