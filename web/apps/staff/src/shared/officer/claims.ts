/** What the desk asks, and the words of claims as several pages say them. */
import {
  api,
  type ApplicationsClaimKind,
  type ApplicationsClaimReason,
  type ApplicationsClaimState,
  unwrap,
} from '@kezek/api'
import { useLanguage } from '@kezek/i18n'
import type { ChipKind } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

export const KINDS: readonly ApplicationsClaimKind[] = ['registration', 'representation', 'benefit', 'special_needs']

/** Which reasons fit a claim; the officer's own words always do. */
export const REASONS: Readonly<Record<ApplicationsClaimKind, readonly ApplicationsClaimReason[]>> = {
  registration: ['unreadable', 'incomplete', 'out_of_date', 'data_differ', 'not_registered', 'other'],
  representation: ['unreadable', 'incomplete', 'out_of_date', 'data_differ', 'not_representative', 'other'],
  benefit: ['unreadable', 'incomplete', 'out_of_date', 'data_differ', 'not_entitled', 'other'],
  special_needs: ['unreadable', 'incomplete', 'out_of_date', 'data_differ', 'not_entitled', 'other'],
}

export const CHIP_OF: Readonly<Record<ApplicationsClaimState, ChipKind>> = {
  waiting: 'act',
  better_copy_asked: 'wait',
  unproved: 'wait',
  confirmed: 'ok',
  rejected: 'bad',
  expired: 'ended',
}

const benefitsQuery = queryOptions({
  queryKey: ['queue', 'benefits'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/queue/benefits', { signal })),
  staleTime: Infinity,
})

/** The names of benefits by their codes; of one that is not known yet, the code. */
export function useBenefitNames(): (code: string) => string {
  const language = useLanguage()
  const { data } = useQuery(benefitsQuery)
  return (code) => data?.items.find((each) => each.code === code)?.name[language] ?? code
}

/** For how many months at most a proof of this benefit holds; null where it has no end, or while it is not known. */
export function useProofMonths(code: string | null): number | null {
  const { data } = useQuery(benefitsQuery)
  return data?.items.find((each) => each.code === code)?.proof_months ?? null
}

/** An application of the own district; each look is logged, so it is asked anew by hints and people only. */
export const openedQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'desk', 'application', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/applications/desk/applications/{application_id}', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
    staleTime: Infinity,
  })
