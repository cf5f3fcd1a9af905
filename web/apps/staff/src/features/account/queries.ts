import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const accountQuery = (person_id: string) =>
  queryOptions({
    queryKey: ['auth', 'account', person_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/auth/accounts/{person_id}', { params: { path: { person_id } }, signal })),
    staleTime: Infinity, // each look is logged
    refetchOnWindowFocus: false,
  })
