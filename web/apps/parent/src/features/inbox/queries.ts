import { api, unwrap } from '@kezek/api'
import type { Language } from '@kezek/i18n'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

/** What one was told, newest first, page by page, in the language of the page. */
export const inboxQuery = (language: Language, unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'inbox', language, unread],
    queryFn: ({ pageParam: before, signal }) =>
      unwrap(
        api.GET('/api/notifications/inbox', {
          params: { query: { language, unread, ...(before && { before }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

interface Read {
  notice_ids?: string[]
  up_to?: string
}

/** Says that notices are read; then the list and the count in the head are asked for anew. */
export function useRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (read: Read) => unwrap(api.PUT('/api/notifications/inbox/read', { body: { notice_ids: [], ...read } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
