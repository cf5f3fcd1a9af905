import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The applicant by the persons register, null where it does not know them; refused while it is silent. */
export const applicantQuery = queryOptions({
  queryKey: ['applications', 'applicant'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/applications/applicant', { signal }))).applicant,
})
