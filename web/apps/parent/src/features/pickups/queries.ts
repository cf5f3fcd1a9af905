/** The pick-up codes that one has given, without their digits. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const pickupsQuery = queryOptions({
  queryKey: ['kindergartens', 'own-pickups'],
  queryFn: async ({ signal }) => await unwrap(api.GET('/api/kindergartens/me/pickups', { signal })),
})
