/** Apart from the address of one: most pages that show a paper look for none. */
import { api, unwrap } from './client'

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
