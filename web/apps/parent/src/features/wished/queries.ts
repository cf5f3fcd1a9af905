import { api, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import { queryOptions } from '@tanstack/react-query'

const AT_ONCE = 200

/** What the family wishes, and where the child stands for each. */
export const wishedQuery = (id: string) =>
  queryOptions({
    queryKey: ['queue', 'wished', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/queue/applications/{application_id}/wishes', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
  })

/** All open kindergartens of a district, by name. */
export const districtQuery = (district: string, sorted_in: Language) =>
  queryOptions({
    queryKey: ['kindergartens', 'of-district', district, sorted_in],
    queryFn: async ({ signal }) => {
      const ask = (offset: number) =>
        unwrap(
          api.GET('/api/kindergartens/kindergartens', {
            params: { query: { district, sorted_in, offset, limit: AT_ONCE } },
            signal,
          }),
        )
      const { items, total } = await ask(0)
      while (items.length < total) {
        const more = (await ask(items.length)).items
        if (more.length === 0) break // closed meanwhile
        items.push(...more)
      }
      return items
    },
    meta: { public: true },
  })
