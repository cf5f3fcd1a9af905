import { api, unwrap } from '@kezek/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Decided } from './decided'

export const requestQuery = (request_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'account-request', request_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/kindergartens/account-requests/{request_id}', { params: { path: { request_id } }, signal })),
    staleTime: Infinity, // each look is logged
  })

/** Approves or refuses; the same key makes what is sent twice count once. */
export function useDecide(request_id: string, key: string, onError: (error: unknown) => void) {
  const client = useQueryClient()
  const params = { path: { request_id }, header: { 'Idempotency-Key': key } }
  const at = '/api/kindergartens/account-requests/{request_id}'
  return useMutation({
    mutationFn: (decided: Decided) =>
      unwrap(
        'approval' in decided
          ? api.POST(`${at}/approval` as const, { params, body: decided.approval })
          : api.POST(`${at}/refusal` as const, { params, body: decided.refusal }),
      ),
    onError,
    onSuccess: () => client.invalidateQueries({ queryKey: ['kindergartens'] }),
  })
}
