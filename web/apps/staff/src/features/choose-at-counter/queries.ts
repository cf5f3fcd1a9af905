import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The places that the family may choose, and its twins who were called with this child; each look is logged, and no clock asks. */
export const counterPlacesQuery = (id: string) =>
  queryOptions({
    queryKey: ['counter', 'places', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/referrals/counter/applications/{application_id}/places', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
    staleTime: Infinity,
  })
