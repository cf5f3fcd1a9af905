import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** What the form shows: texts to confirm, benefits, limits; numbers by the policy of the district, else the region's. */
export const formQuery = (district: string) =>
  queryOptions({
    queryKey: ['applications', 'form', district],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/applications/form', { params: { query: district ? { district } : {} }, signal })),
    staleTime: 60_000,
  })
