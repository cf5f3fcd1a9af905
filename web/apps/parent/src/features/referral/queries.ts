import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The scans from which an officer chose the place of this referral; none where the family chose by itself. */
export const counterPapersQuery = (id: string, referral: string) =>
  queryOptions({
    queryKey: ['referrals', 'counter-papers', id, referral],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/referrals/applications/{application_id}/counter-papers', {
        params: { path: { application_id: id } },
        signal,
      })
      return (await unwrap(asked)).items
    },
  })
