/** The numbers of a district's policy where a page says them; those that are shipped until they are known (domain §9). */
import { POLICY } from '@kezek/domain'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { api, unwrap } from './client'

const policyQuery = (district: string) =>
  queryOptions({
    queryKey: ['queue', 'policy-in-force', district],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/queue/policies', { params: { query: { district } }, signal }))).in_force.policy,
    staleTime: 10 * 60_000,
    meta: { public: true },
  })

export type Rules = Readonly<Record<keyof typeof POLICY, number>>

export function useRules(district: string): Rules {
  const { data } = useQuery(policyQuery(district))
  if (!data) return POLICY
  return {
    choiceDays: data.choice_working_days,
    referralDays: data.referral_working_days,
    stopListDays: data.stop_list_working_days,
    missesUntilRemoval: data.misses_until_removal,
    cancelHours: data.cancel_hours,
  }
}
