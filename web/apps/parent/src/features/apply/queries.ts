import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The applicant by the persons register, null where it does not know them; refused while it is silent. */
export const applicantQuery = queryOptions({
  queryKey: ['applications', 'applicant'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/applications/applicant', { signal }))).applicant,
})

/** What the form shows: texts to confirm, benefits, limits; numbers by the policy of the district. */
export const formQuery = (district: string) =>
  queryOptions({
    queryKey: ['applications', 'form', district],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/applications/form', { params: { query: district ? { district } : {} }, signal })),
    staleTime: 60_000,
  })
