/** Where one's children are enrolled, with the newest swap of each. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const ownEnrolmentsQuery = queryOptions({
  queryKey: ['kindergartens', 'own-enrolments'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/kindergartens/me/enrolments', { signal }))).items,
})
