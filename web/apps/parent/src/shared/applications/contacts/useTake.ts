import type { ApiError } from '@kezek/api'
import { api, type ApplicationsDifferingContactsView, unwrap } from '@kezek/api'
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'

import { oldContactsQuery } from './queries'

type Differing = readonly ApplicationsDifferingContactsView[]

/** Lets applications have the account's contacts; the answer says which still differ. */
export function useTake(): UseMutationResult<Differing, ApiError, Differing> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (taken: Differing) => {
      const application_ids = taken.map(({ application_id: id }) => id)
      return (await unwrap(api.POST('/api/applications/contacts', { body: { application_ids } }))).items
    },
    onSuccess: (items) => {
      client.setQueryData(oldContactsQuery.queryKey, items)
      return client.invalidateQueries({ queryKey: ['applications', 'application'] })
    },
    onError: () => client.invalidateQueries(oldContactsQuery),
  })
}
