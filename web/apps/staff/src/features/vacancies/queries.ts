/** What the kindergartens one works in have published, page by page as the table asks for it (domain §6.1). */
import { api, type KindergartensOwnVacanciesView, unwrap } from '@kezek/api'
import type { Chosen } from '@kezek/ui'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

import { wantedBy } from './wanted'

const PAGE = 50

export const vacanciesQuery = (chosen: Chosen) =>
  infiniteQueryOptions({
    queryKey: ['kindergartens', 'own-vacancies', wantedBy(chosen)],
    queryFn: ({ pageParam: offset, signal }) =>
      unwrap(
        api.GET('/api/kindergartens/me/vacancies', {
          params: { query: { ...wantedBy(chosen), offset, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }: KindergartensOwnVacanciesView, pages) => {
      const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
      return shown < total ? shown : null
    },
    placeholderData: keepPreviousData,
  })
