import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** A vacancy of the district with its places; each look is logged, so it is asked for by people only. */
export const vacancyQuery = (vacancy: string) =>
  queryOptions({
    queryKey: ['published', 'one', vacancy],
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => {
      const params = { path: { vacancy_id: vacancy } }
      return unwrap(api.GET('/api/referrals/vacancies/{vacancy_id}', { params, signal }))
    },
  })
