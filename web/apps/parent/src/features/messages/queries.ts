import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

export const journalQuery = queryOptions({
  queryKey: ['applications', 'journal'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/applications/applications', { signal }))).items,
})

/** What was told about an application, the newest first. */
export const messagesQuery = (application_id: string) =>
  queryOptions({
    queryKey: ['notifications', 'messages', application_id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/notifications/messages', { params: { query: { application_id } }, signal })
      return (await unwrap(asked)).items.reverse()
    },
  })
