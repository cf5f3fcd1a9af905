import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** One refusal of the own district; each look is logged, so it is asked anew by hints and people only. */
export const openedRefusalQuery = (id: string) =>
  queryOptions({
    queryKey: ['refusals', 'opened', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/referrals/refusals/{referral_id}', { params: { path: { referral_id: id } }, signal })),
    staleTime: Infinity,
  })

/** Where a scan of the family's is found for a minute. */
export async function linkOf(referral_id: string, file_id: string): Promise<string> {
  const asked = api.POST('/api/referrals/refusals/{referral_id}/files/{file_id}/links', {
    params: { path: { referral_id, file_id } },
  })
  return (await unwrap(asked)).address
}
