import { api, type operations, type ReferralsAdmissionState, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'
import { queryOptions } from '@tanstack/react-query'

import { pagedQuery } from '../../shared/tables/paged'

export const STATES: readonly ReferralsAdmissionState[] = ['submitted', 'rejected', 'accepted', 'archived']

type Wanted = NonNullable<operations['referrals.get_admissions']['parameters']['query']>

/** As the API takes what was chosen: a column's key is the name of its order; without one, who waits longest is first. */
function wantedBy({ filters, sort }: Chosen): Wanted {
  const state = STATES.find((each) => each === filters.state)
  return {
    ...(state && { state }),
    ...(sort && { sort: sort.key as NonNullable<Wanted['sort']>, descending: sort.descending }),
  }
}

/** The admission applications of the kindergarten one works in; each look is logged. */
export const admissionsQuery = (kindergarten_id: string) => (chosen: Chosen, language: Language) =>
  pagedQuery(['admissions', 'list', kindergarten_id, wantedBy(chosen), language], (page, signal) =>
    unwrap(
      api.GET('/api/referrals/kindergartens/{kindergarten_id}/admissions', {
        params: { path: { kindergarten_id }, query: { ...wantedBy(chosen), ...page } },
        signal,
      }),
    ),
  )

/** One of them; each look is logged, so it is asked anew by hints and people only. */
export const openedAdmissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['admissions', 'opened', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/referrals/admissions/{referral_id}', { params: { path: { referral_id: id } }, signal })),
    staleTime: Infinity,
  })

/** Where a scan of the family's is found for a minute. */
export async function linkOf(referral_id: string, file_id: string): Promise<string> {
  const asked = api.POST('/api/referrals/admissions/{referral_id}/files/{file_id}/links', {
    params: { path: { referral_id, file_id } },
  })
  return (await unwrap(asked)).address
}
