/** What kindergartens offer, for everybody to see. */
import { api, type KindergartensBulletinView, type KindergartensOwnership, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

const AT_ONCE = 200
const PAGE = 30
/** So often a list that is looked at asks what has changed. */
const REFRESH_MS = 30_000

interface Wanted {
  district: string
  kindergarten_id?: string
  sorted_in: Language
}

/** All free places of a district, or of one of its kindergartens. */
export const vacanciesQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['kindergartens', 'vacancies', wanted],
    queryFn: async ({ signal }) => {
      const first = await page(wanted, 0, signal)
      while (first.items.length < first.total) {
        const { items } = await page(wanted, first.items.length, signal)
        if (items.length === 0) break // taken meanwhile
        first.items.push(...items)
      }
      return first
    },
    refetchInterval: REFRESH_MS,
    meta: { public: true },
  })

function page(wanted: Wanted, offset: number, signal: AbortSignal): Promise<KindergartensBulletinView> {
  const query = { ...wanted, offset, limit: AT_ONCE }
  return unwrap(api.GET('/api/kindergartens/vacancies', { params: { query }, signal }))
}

interface Search {
  district?: string
  ownership?: KindergartensOwnership
  name?: string
  sorted_in: Language
}

/** Kindergartens that are not closed, page by page. */
export const kindergartensQuery = (search: Search) =>
  infiniteQueryOptions({
    queryKey: ['kindergartens', 'list', search],
    queryFn: ({ pageParam: offset, signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens', { params: { query: { ...search, offset, limit: PAGE } }, signal }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
      return shown < total ? shown : null
    },
    meta: { public: true },
  })

export const kindergartenQuery = (id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'kindergarten', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/kindergartens/kindergartens/{kindergarten_id}', {
          params: { path: { kindergarten_id: id } },
          signal,
        }),
      ),
    meta: { public: true },
  })
