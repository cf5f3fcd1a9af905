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
