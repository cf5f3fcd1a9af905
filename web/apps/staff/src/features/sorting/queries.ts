import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** What a sorting of the district would do, and what those of before did. */
export const sortingQuery = (district: string) =>
  queryOptions({
    queryKey: ['queue', 'sorting', district],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/queue/sortings/{district}', { params: { path: { district } }, signal })),
  })
