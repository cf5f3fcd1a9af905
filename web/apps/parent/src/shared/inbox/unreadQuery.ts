import { api, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

/** How many messages of the cabinet are not read. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/notifications/inbox/unread', { signal })),
})
