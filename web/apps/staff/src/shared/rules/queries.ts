/** The rules as they are published, and who changed them. */
import { api, type QueuePublicationsView, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

const PAGE = 20

/** What each number of a policy is called, its bounds and its clause. */
export const policyFormQuery = queryOptions({
  queryKey: ['queue', 'policy-form'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/queue/policies/form', { signal })),
  staleTime: 60 * 60_000,
  meta: { public: true },
})

/** What holds in a district, '' for the region. */
export const policiesQuery = (district: string) =>
  queryOptions({
    queryKey: ['queue', 'policies', district],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/queue/policies', { params: { query: { ...(district && { district }) } }, signal })),
    meta: { public: true },
  })

export interface WhatWasPublished {
  kind: 'policy' | 'calendar' | 'benefits'
  district?: string
  year?: number
}

/** Newest first, page by page. */
export const publicationsQuery = (of: WhatWasPublished) => ({
  queryKey: ['queue', 'publications', of],
  queryFn: async ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }) => {
    const query = { ...of, limit: PAGE, ...(pageParam > 0 && { before: pageParam }) }
    return withNext(await unwrap(api.GET('/api/queue/publications', { params: { query }, signal })))
  },
  initialPageParam: 0,
  getNextPageParam: ({ next }: { next: string | null }) => (next === null ? null : Number(next)),
})

function withNext({ items }: QueuePublicationsView) {
  const last = items.at(-1)
  return { items, next: items.length === PAGE && last ? String(last.version) : null }
}
