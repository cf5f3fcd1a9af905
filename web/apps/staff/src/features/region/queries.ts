import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const regionQuery = queryOptions({
  queryKey: ['queue', 'region'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/queue/region', { signal })),
})

/** How many requests for accounts wait: the list's own number, without its rows. */
export const openRequestsQuery = queryOptions({
  queryKey: ['kindergartens', 'account-requests', 'open'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/kindergartens/account-requests', { params: { query: { state: 'open', limit: 1 } }, signal })),
  select: ({ total }) => total,
})
