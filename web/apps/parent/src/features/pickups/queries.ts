/** The pick-up codes that one has given, without their digits; what changes them is told as of escorts. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const pickupsQuery = queryOptions({
  queryKey: ['kindergartens', 'own-escorts', 'pickups'],
  queryFn: async ({ signal }) => await unwrap(api.GET('/api/kindergartens/me/pickups', { signal })),
})
