/** The groups of the kindergarten one works in, with their numbers (domain §6.1). */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const groupsQuery = (kindergarten: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'groups', kindergarten],
    queryFn: async ({ signal }) => {
      const params = { path: { kindergarten_id: kindergarten } }
      return (await unwrap(api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/groups', { params, signal })))
        .items
    },
  })

/** By what a group is told from the others. */
export interface GroupKey {
  group_year: number
  language: string
  kind: string
}

export function sameGroup(one: GroupKey, other: GroupKey): boolean {
  return one.group_year === other.group_year && one.language === other.language && one.kind === other.kind
}
