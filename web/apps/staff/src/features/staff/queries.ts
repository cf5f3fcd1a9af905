import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The staff list. Every look is recorded, so it is asked for when it is looked at. */
export const staffQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'staff', kindergarten_id],
    queryFn: async ({ signal }) => {
      const params = { path: { kindergarten_id } }
      return (await unwrap(api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/staff', { params, signal })))
        .items
    },
    refetchOnWindowFocus: false,
  })
