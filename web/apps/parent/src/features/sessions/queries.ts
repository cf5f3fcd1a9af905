import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const sessionsQuery = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/auth/sessions', { signal }))).items,
})
