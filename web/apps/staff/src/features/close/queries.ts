/** Whom a closing touches: two services answer, each for its part. Each look is logged, so people ask, not the clock. */
import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const touchedQuery = (kindergarten: string) =>
  queryOptions({
    queryKey: ['closing', kindergarten],
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const asked = { params: { path: { kindergarten_id: kindergarten } }, signal }
      const [here, places] = await Promise.all([
        unwrap(api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/closing', asked)),
        unwrap(api.GET('/api/referrals/kindergartens/{kindergarten_id}/closing', asked)),
      ])
      return { ...here, ...places }
    },
  })

export type Touched = Awaited<ReturnType<NonNullable<ReturnType<typeof touchedQuery>['queryFn']>>>
