/** What the dashboard asks: an officer of the own district, an administrator of any or of the region. */
import { api, type QueueDashboardView, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** From the first to the last day, both of them in it; empty for the year that ends today. */
export interface Period {
  from: string
  to: string
}

/** Whose: an officer's own, or the one that an administrator chose, '' for the region. */
export type Whose = { own: true } | { own: false; district: string }

/** What was chosen, as the API takes it. */
export function asked(whose: Whose, { from, to }: Period) {
  return { ...(!whose.own && whose.district && { district: whose.district }), ...(from && { from }), ...(to && { to }) }
}

export const dashboardQuery = (whose: Whose, period: Period) =>
  queryOptions({
    queryKey: ['queue', 'dashboard', whose, period],
    queryFn: ({ signal }): Promise<QueueDashboardView> => {
      const query = asked(whose, period)
      return whose.own
        ? unwrap(api.GET('/api/queue/dashboard', { params: { query }, signal }))
        : unwrap(api.GET('/api/queue/region/dashboard', { params: { query }, signal }))
    },
    placeholderData: (before, last) =>
      last && JSON.stringify(last.queryKey[2]) === JSON.stringify(whose) ? before : undefined,
  })

/** Numbers alone: asked for as often as one likes. */
export const duesQuery = queryOptions({
  queryKey: ['applications', 'due', 'own'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/applications/desk/due', { signal })),
})

const FIRST = 5

/** The beginning of the desk's list; each look is logged. */
export const firstDueQuery = queryOptions({
  queryKey: ['applications', 'desk', 'first'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/applications/desk', { params: { query: { limit: FIRST } }, signal })),
})
