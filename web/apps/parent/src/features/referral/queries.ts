import { api, findPaper, unwrap } from '@kezek/api'
import { endingQuery, untilMade } from '@kezek/api/endings'
import { queryOptions } from '@tanstack/react-query'

/** For a minute. */
const TIMES = 30

/** The paper of a referral; null until it is made. */
export const paperQuery = (id: string, referral: string) =>
  queryOptions({
    queryKey: ['documents', 'papers', id, referral],
    queryFn: ({ signal }) => findPaper(id, referral, 'referral', signal),
    ...untilMade(TIMES),
  })

/** The paper of how it ended; null until it is made. */
export const endQuery = (id: string, wanted: 'refusal' | 'departure') => endingQuery(id, wanted, TIMES)

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
