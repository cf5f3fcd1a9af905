import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** All children of the kindergarten. Every look is recorded, so it is asked for when it is looked at, not by the clock. */
export const rosterQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'roster', kindergarten_id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/roster', {
            params: { path: { kindergarten_id } },
            signal,
          }),
        )
      ).items,
    refetchOnWindowFocus: false,
  })
