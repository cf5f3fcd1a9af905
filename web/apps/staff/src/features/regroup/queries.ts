import { api, type KindergartensTargetGroupBody, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** The groups that have children, and when children may go over to another one. */
export const groupsQuery = (kindergarten_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'roster', kindergarten_id, 'groups'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/roster/groups', {
          params: { path: { kindergarten_id } },
          signal,
        }),
      ),
  })

/** As many as an answer holds: no group has more children. */
const ALL = 200

/** The children of one group by name. Every look is recorded. */
export const childrenQuery = (kindergarten_id: string, group: KindergartensTargetGroupBody) =>
  queryOptions({
    queryKey: ['kindergartens', 'roster', kindergarten_id, 'group', group],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/search', {
            params: { path: { kindergarten_id } },
            body: { ...group, present: true, sort: 'name', descending: false, offset: 0, limit: ALL },
            signal,
          }),
        )
      ).items,
    refetchOnWindowFocus: false,
  })
