import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** Swaps that both families have signed. Every look is recorded, so it is asked for when it is looked at. */
export const swapsQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'swaps', kindergarten_id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/swaps', {
        params: { path: { kindergarten_id } },
        signal,
      })
      return (await unwrap(asked)).items
    },
    refetchOnWindowFocus: false,
  })
