import { api, type DocumentsDocumentView, findPaper, papersOf, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** A paper is made a moment after what it tells of: until then it is asked for again. */
const SOON_MS = 2_000
/** A paper of long ago may never be made. */
const TIMES = 30

/** The paper of a referral; null until it is made. */
export const paperQuery = (id: string, referral: string) =>
  untilMade([id, referral], (signal) => findPaper(id, referral, 'referral', signal))

/** The paper of how it ended, of which there is one; null until it is made. */
export const endingQuery = (id: string, wanted: 'refusal' | 'departure') =>
  untilMade([id, wanted], async (signal) => (await papersOf(id, signal)).find(({ kind }) => kind === wanted) ?? null)

const untilMade = (which: readonly string[], find: (signal: AbortSignal) => Promise<DocumentsDocumentView | null>) =>
  queryOptions({
    queryKey: ['documents', 'papers', ...which],
    queryFn: ({ signal }) => find(signal),
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
