import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** A paper is made a moment after the referral: until then it is asked for again. */
const SOON_MS = 2_000

/** The paper of a referral; null until it is made. */
export const paperQuery = (id: string, referral: string) =>
  queryOptions({
    queryKey: ['documents', 'papers', id, referral],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/documents/applications/{application_id}/documents', {
        params: { path: { application_id: id } },
        signal,
      })
      return (await unwrap(asked)).items.find(({ kind, about }) => kind === 'referral' && about === referral) ?? null
    },
    refetchInterval: ({ state: { data } }) => (data === null ? SOON_MS : false),
  })

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
