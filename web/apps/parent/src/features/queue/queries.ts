import { ApiError, api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

const NOTHING_YET = { items: [], complete: true, since_look: null, ordered_since: null }

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

/** Tells that the family looks now: what is new is counted from the look before. Nothing is lost if it is not heard. */
export const noteLook = (id: string) =>
  api
    .POST('/api/queue/applications/{application_id}/looks', { params: { path: { application_id: id } } })
    .catch(() => undefined)
