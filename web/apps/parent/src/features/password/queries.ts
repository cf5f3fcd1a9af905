import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const passwordQuery = queryOptions({
  queryKey: ['auth', 'password'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/auth/me/password', { signal })),
})
