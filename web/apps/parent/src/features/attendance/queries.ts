/** The children whom one may bring and fetch. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

const EVERY_MS = 60_000

export const entrustedQuery = queryOptions({
  queryKey: ['kindergartens', 'entrusted'],
  queryFn: async ({ signal }) => await unwrap(api.GET('/api/kindergartens/attendance/entrusted', { signal })),
  // what another escort marks is told to the family only
  refetchInterval: EVERY_MS,
})
