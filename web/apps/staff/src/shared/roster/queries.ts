import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** One child of the roster with its way. Every look is recorded, so it is asked for when it is looked at. */
export const childQuery = (kindergarten_id: string, enrolment_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'roster', kindergarten_id, enrolment_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/roster/{enrolment_id}', {
          params: { path: { kindergarten_id, enrolment_id } },
          signal,
        }),
      ),
    refetchOnWindowFocus: false,
  })
