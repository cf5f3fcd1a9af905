import { api, unwrap } from './client'

/** Where a paper of an application is found; the browser shows it, or keeps it under a name. */
export function documentAddress(id: string): string {
  return `/api/documents/documents/${id}`
}

/** The papers of an application that one may see, newest first. */
export async function papersOf(application_id: string, signal: AbortSignal) {
  const params = { path: { application_id } }
  const asked = api.GET('/api/documents/applications/{application_id}/documents', { params, signal })
  return (await unwrap(asked)).items
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
