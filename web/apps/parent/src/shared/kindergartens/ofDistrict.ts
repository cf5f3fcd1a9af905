import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import { queryOptions } from '@tanstack/react-query'

const AT_ONCE = 200

/** All open kindergartens of a district, in the order of the page's alphabet. */
export const ofDistrictQuery = (district: string, sorted_in: Language) =>
  queryOptions({
    queryKey: ['kindergartens', 'of-district', district, sorted_in],
    queryFn: async ({ signal }) => {
      const items: KindergartensKindergartenView[] = []
      for (;;) {
        const query = { district, sorted_in, offset: items.length, limit: AT_ONCE }
        const page = await unwrap(api.GET('/api/kindergartens/kindergartens', { params: { query }, signal }))
        items.push(...page.items)
        if (items.length >= page.total || page.items.length === 0) return items
      }
    },
    meta: { public: true },
  })
