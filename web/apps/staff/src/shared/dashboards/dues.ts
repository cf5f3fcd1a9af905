/** Decisions that wait, district by district: asked by administrators on two pages. */
import { api, type ApplicationsDuesView, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const regionDuesQuery = queryOptions({
  queryKey: ['applications', 'due', 'region'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/applications/due', { signal })),
})

const NONE: ApplicationsDuesView = {
  waiting: 0,
  overdue: 0,
  today: 0,
  later: 0,
  without_term: 0,
  asked: 0,
  refusals: 0,
}

/** What all of these come to. */
export function sumOf(dues: readonly ApplicationsDuesView[]): ApplicationsDuesView {
  return dues.reduce(
    (sum, each) => ({
      waiting: sum.waiting + each.waiting,
      overdue: sum.overdue + each.overdue,
      today: sum.today + each.today,
      later: sum.later + each.later,
      without_term: sum.without_term + each.without_term,
      asked: sum.asked + each.asked,
      refusals: sum.refusals + each.refusals,
    }),
    NONE,
  )
}
