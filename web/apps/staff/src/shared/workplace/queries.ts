/** Where one works, and the choice of it (domain §1). */
import { api, meQuery, refreshPrivate, unwrap } from '@kezek/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

/** The kindergartens one works in, by name. */
export const workplacesQuery = queryOptions({
  queryKey: ['kindergartens', 'own'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/kindergartens/me/kindergartens', { signal }))).items,
})

/** Takes a kindergarten for this session; what was shown of another is asked anew. */
export function useChooseWorkplace() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (kindergarten_id: string) => unwrap(api.PUT('/api/auth/me/workplace', { body: { kindergarten_id } })),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me)
      return refreshPrivate(client)
    },
  })
}
