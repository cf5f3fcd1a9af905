import { ApiError, api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

const NOTHING_YET = { items: [], complete: true }

/** What changed in the order around the child, newest first; nothing while the queue does not know the application yet. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['queue', 'changes', id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/queue/applications/{application_id}/changes', {
        params: { path: { application_id: id } },
        signal,
      })
      return unwrap(asked).catch((error: unknown) => {
        if (error instanceof ApiError && error.is('position_not_found')) return NOTHING_YET
        throw error
      })
    },
  })
