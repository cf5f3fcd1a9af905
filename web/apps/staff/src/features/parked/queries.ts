import { api, type AuthParkedState, type AuthParkedView, unwrap } from '@kezek/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Service } from '../../shared/services/services'

const SHOWN = 200
const WHILE_REPLAYED_MS = 2000

/** What a service could not apply; asked again and again while something is being replayed. */
export const parkedQuery = (service: Service) =>
  queryOptions({
    queryKey: ['operations', 'parked', service],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`/api/${service}/operations/parked`, { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === 'asked') ? WHILE_REPLAYED_MS : false,
    retry: false,
  })

/** What is gone is shown, and there is nothing to replay. */
export const isWaiting = ({ state }: { state: AuthParkedState }): boolean => state !== 'gone'

/** One record, or without it all of the service. */
export function useReplay(service: Service) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (record: Pick<AuthParkedView, 'topic' | 'partition' | 'offset'> | null) =>
      unwrap(api.POST(`/api/${service}/operations/parked/replays`, { body: { record } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  })
}
