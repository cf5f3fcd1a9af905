import { api, type KindergartensKindergartenColumn, type KindergartensOwnership, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

import { nextOffset } from '../../shared/admin/ServerTable'

export const OWNERSHIPS: readonly KindergartensOwnership[] = ['state', 'private', 'mini_centre']
const COLUMNS: readonly KindergartensKindergartenColumn[] = ['name', 'district', 'ownership']
const PAGE = 50

export const kindergartensQuery = (chosen: Chosen, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['kindergartens', 'list', chosen, language],
    queryFn: ({ pageParam: offset, signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens', {
          params: { query: { ...wantedBy(chosen), sorted_in: language, offset, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  })

function wantedBy({ filters: { ownership, district, name }, sort }: Chosen) {
  const wanted = OWNERSHIPS.find((each) => each === ownership)
  const column = COLUMNS.find((each) => each === sort?.key)
  const part = name?.trim()
  return {
    ...(wanted && { ownership: wanted }),
    ...(district && { district }),
    ...(part && { name: part }),
    ...(column && { sort: column, descending: sort?.descending ?? false }),
  }
}
