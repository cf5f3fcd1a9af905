import { api, unwrap } from '@kezek/api'
import type { Chosen } from '@kezek/ui'
import { infiniteQueryOptions } from '@tanstack/react-query'

import { pagedQuery } from '../../shared/tables/paged'
import { wantedBy } from '../../shared/vacancies/wanted'

/** What the kindergartens of the officer's district have published; each look is logged. */
export const publishedQuery = (chosen: Chosen) =>
  infiniteQueryOptions({
    ...pagedQuery(['published', 'list', wantedBy(chosen)], (page, signal) => {
      const query = { ...wantedBy(chosen), ...page }
      return unwrap(api.GET('/api/kindergartens/district/vacancies', { params: { query }, signal }))
    }),
    refetchOnWindowFocus: false,
  })
