import { api, type KindergartensRequestColumn, type KindergartensRequestState, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

import { nextOffset } from '../../shared/admin/ServerTable'

export const STATES: readonly KindergartensRequestState[] = ['open', 'approved', 'refused']
const COLUMNS: readonly KindergartensRequestColumn[] = ['submitted', 'name', 'district']
const PAGE = 50

export const requestsQuery = (chosen: Chosen, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['kindergartens', 'account-requests', chosen, language],
    queryFn: ({ pageParam: offset, signal }) =>
      unwrap(
        api.GET('/api/kindergartens/account-requests', {
          params: { query: { ...wantedBy(chosen), sorted_in: language, offset, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  })

function wantedBy({ filters: { state, district, name }, sort }: Chosen) {
  const wanted = STATES.find((each) => each === state)
  const column = COLUMNS.find((each) => each === sort?.key)
  const part = name?.trim()
  return {
    ...(wanted && { state: wanted }),
    ...(district && { district }),
    ...(part && { name: part }),
    ...(column && { sort: column, descending: sort?.descending ?? false }),
  }
}
