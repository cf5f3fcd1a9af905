import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** So many lines of a list at first, and all that the API gives at once. */
export const FIRST = 100
export const ALL = 5000
const SOON_MS = 2_000

/** The next round of the officer's district as it would be now, and those held. */
export const roundsQuery = (at_most: number) =>
  queryOptions({
    queryKey: ['queue', 'rounds', at_most],
    queryFn: ({ signal }) => unwrap(api.GET('/api/queue/rounds', { params: { query: { at_most } }, signal })),
  })

/** A round that was held; until every family has been offered its place one looks again soon. */
export const roundQuery = (round_id: string, at_most: number) =>
  queryOptions({
    queryKey: ['queue', 'round', round_id, at_most],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/queue/rounds/{round_id}', { params: { path: { round_id }, query: { at_most } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.seats.some(({ begun }) => begun === null) ? SOON_MS : false),
  })

/** Who waits for a kindergarten. */
export const waitingQuery = (kindergarten_id: string, at_most: number) =>
  queryOptions({
    queryKey: ['queue', 'waiting-list', kindergarten_id, at_most],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/queue/rounds/waiting-lists/{kindergarten_id}', {
          params: { path: { kindergarten_id }, query: { at_most } },
          signal,
        }),
      ),
    enabled: kindergarten_id !== '',
  })
