/** One's children in kindergartens, and whom one has named for them. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const escortsQuery = queryOptions({
  queryKey: ['kindergartens', 'own-escorts'],
  queryFn: async ({ signal }) => await unwrap(api.GET('/api/kindergartens/me/escorts', { signal })),
})
