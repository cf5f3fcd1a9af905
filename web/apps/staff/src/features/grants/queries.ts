import { api, type AuthGrants, unwrap } from '@kezek/api'
import { infiniteQueryOptions } from '@tanstack/react-query'

/** Officers and administrators; each look is logged. */
export const grantsQuery = infiniteQueryOptions({
  queryKey: ['auth', 'grants'],
  queryFn: ({ pageParam: after, signal }) =>
    unwrap(api.GET('/api/auth/grants', { params: { query: { ...(after && { after }) } }, signal })),
  initialPageParam: '',
  getNextPageParam: ({ next }: AuthGrants) => next,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
})
