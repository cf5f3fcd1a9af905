import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const kindergartenQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'kindergarten', kindergarten_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens/{kindergarten_id}', {
          params: { path: { kindergarten_id } },
          signal,
        }),
      ),
  })

/** Of a closed one since when and by what ground. */
export const closingQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['closing', 'of', kindergarten_id],
    queryFn: ({ signal }) => {
      const params = { path: { kindergarten_id } }
      return unwrap(api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/closing', { params, signal }))
    },
    staleTime: Infinity, // each look is logged
    refetchOnWindowFocus: false,
  })

export const workersQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'workers', kindergarten_id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/workers', {
            params: { path: { kindergarten_id } },
            signal,
          }),
        )
      ).items,
    staleTime: Infinity, // each look is logged
    refetchOnWindowFocus: false,
  })
