/** What the pages of admission applications ask: for whom papers may be handed in, and what became of them (domain §8.papers). */
import { api, type ReferralsAdmissionState, unwrap } from '@kezek/api'
import type { ChipKind } from '@kezek/ui'
import { queryOptions } from '@tanstack/react-query'

const MOST = 200

/** One's own children with active referrals. */
export const awaitedQuery = queryOptions({
  queryKey: ['referrals', 'awaited-papers'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/referrals/awaited-papers', { signal }))).items,
})

/** The journal, newest first. */
export const admissionsQuery = queryOptions({
  queryKey: ['referrals', 'admissions'],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/referrals/admissions', { params: { query: { limit: MOST } }, signal }))).items,
})

/** One of them in full. */
export const admissionQuery = (application_id: string, referral_id: string) =>
  queryOptions({
    queryKey: ['referrals', 'admission', application_id, referral_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/referrals/applications/{application_id}/admissions/{referral_id}', {
          params: { path: { application_id, referral_id } },
          signal,
        }),
      ),
  })

/** Where a scan that one handed in is found for a minute. */
export async function linkOf(application_id: string, referral_id: string, file_id: string): Promise<string> {
  const asked = api.POST(
    '/api/referrals/applications/{application_id}/admissions/{referral_id}/files/{file_id}/links',
    {
      params: { path: { application_id, referral_id, file_id } },
    },
  )
  return (await unwrap(asked)).address
}

export const CHIP_OF: Readonly<Record<ReferralsAdmissionState, ChipKind>> = {
  submitted: 'wait',
  rejected: 'act',
  accepted: 'ok',
  archived: 'ended',
}
