/** The numbers of a district's policy where a page says them; those that are shipped until they are known (domain §9). */
import { POLICY } from '@kezek/domain'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { api, unwrap } from './client'
import type { QueuePolicy as Policy } from './schema'

export type Rules = Readonly<Record<keyof typeof POLICY, number>>

const FIELDS = {
  choiceDays: 'choice_working_days',
  referralDays: 'referral_working_days',
  stopListDays: 'stop_list_working_days',
  missesUntilRemoval: 'misses_until_removal',
  cancelHours: 'cancel_hours',
  swapDays: 'swap_calendar_days',
  reviewDays: 'review_working_days',
  generals: 'generals_per_priority',
  fromMonths: 'called_from_months',
  belowMonths: 'called_below_months',
  maxPlaces: 'max_places',
  ageingDays: 'ageing_told_before_days',
  quietFrom: 'quiet_from_hour',
  quietUntil: 'quiet_until_hour',
  files: 'paper_files',
  megabytes: 'paper_megabytes',
  escorts: 'escorts_per_child',
  escorted: 'children_per_escort',
  escortYears: 'escort_from_years',
} as const satisfies Record<keyof Rules, keyof Policy>

/** The policy in force in a district; without one, where a district has none of its own. */
const policyQuery = (district: string | null) =>
  queryOptions({
    queryKey: ['queue', 'policy-in-force', district],
    queryFn: async ({ signal }) => {
      const query = district === null ? {} : { district }
      return (await unwrap(api.GET('/api/queue/policies', { params: { query }, signal }))).in_force.policy
    },
    staleTime: 10 * 60_000,
    meta: { public: true },
  })

export function useRules(district: string | null): Rules {
  return useKnownRules(district) ?? POLICY
}

/** Whether places are given there in rounds over the whole district, not to one child after another (domain §9.rounds). */
export function useInRounds(district: string): boolean {
  return useQuery(policyQuery(district)).data?.distribution_in_rounds ?? false
}

/** The numbers, and undefined until they are known. */
export function useKnownRules(district: string | null): Rules | undefined {
  const { data } = useQuery(policyQuery(district))
  return data && rulesOf(data)
}

function rulesOf(policy: Policy): Rules {
  const numbers = Object.entries(FIELDS).map(([name, field]) => [name, policy[field]])
  return Object.fromEntries(numbers) as Rules
}
