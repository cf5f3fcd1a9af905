import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** What the family wishes, and where the child stands for each. */
export const wishedQuery = (id: string) =>
  queryOptions({
    queryKey: ['queue', 'wished', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/queue/applications/{application_id}/wishes', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
  })
