import { api, type DocumentsDocumentKind, findPaper, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** A paper is made a moment after the referral: until then it is asked for again. */
const SOON_MS = 2_000
/** A paper of long ago may never be made. */
const TIMES = 30

/** The paper of a referral; null until it is made. */
export const paperQuery = (id: string, referral: string) => ofKind(id, referral, 'referral')

/** The paper of how it ended; null until it is made. */
export const endingQuery = (id: string, referral: string, kind: 'refusal' | 'departure') => ofKind(id, referral, kind)

const ofKind = (id: string, referral: string, wanted: DocumentsDocumentKind) =>
  queryOptions({
    queryKey: ['documents', 'papers', id, referral, wanted],
    queryFn: ({ signal }) => findPaper(id, referral, wanted, signal),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data === null && dataUpdateCount < TIMES ? SOON_MS : false,
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
