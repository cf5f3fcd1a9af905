import { queryOptions } from '@tanstack/react-query'

import { api, unwrap } from './client'
import type { DocumentsDocumentView } from './schema'

/** A paper is made a moment after what it tells of: until then it is asked for again. */
const SOON_MS = 2_000
/** A paper of long ago may never be made. */
const TIMES = 30

/** Where a paper of an application is found; the browser shows it, or keeps it under a name. */
export function documentAddress(id: string): string {
  return `/api/documents/documents/${id}`
}

/** The paper of a kind about a referral, of this application; null until it is made. */
export async function findPaper(
  application_id: string,
  referral: string,
  wanted: 'referral' | 'contract',
  signal: AbortSignal,
) {
  const papers = await papersOf(application_id, signal)
  return papers.find(({ kind, about }) => kind === wanted && about === referral) ?? null
}

/** The paper of a referral; null until it is made. */
export const paperQuery = (application: string, referral: string) =>
  untilMade([application, referral], (signal) => findPaper(application, referral, 'referral', signal))

/** The paper of how an application ended, of which there is one; null until it is made. */
export const endingQuery = (application: string, wanted: 'refusal' | 'departure') =>
  untilMade([application, wanted], async (signal) => {
    const papers = await papersOf(application, signal)
    return papers.find(({ kind }) => kind === wanted) ?? null
  })

const untilMade = (which: readonly string[], find: (signal: AbortSignal) => Promise<DocumentsDocumentView | null>) =>
  queryOptions({
    queryKey: ['documents', 'papers', ...which],
    queryFn: ({ signal }) => find(signal),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data === null && dataUpdateCount < TIMES ? SOON_MS : false,
  })

async function papersOf(application_id: string, signal: AbortSignal) {
  const params = { path: { application_id } }
  const asked = api.GET('/api/documents/applications/{application_id}/documents', { params, signal })
  return (await unwrap(asked)).items
}
