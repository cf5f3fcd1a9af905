import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** One's live applications whose contacts are not those confirmed for the account. */
export const oldContactsQuery = queryOptions({
  queryKey: ['applications', 'contacts'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/applications/contacts', { signal }))).items,
})
