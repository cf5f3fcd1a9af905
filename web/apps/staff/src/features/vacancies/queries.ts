/** What the kindergartens one works in have published, page by page as the table asks for it (domain §6.1). */
import { api, unwrap } from '@kezek/api'
import type { Chosen } from '@kezek/ui'

import { pagedQuery } from '../../shared/tables/paged'
import { wantedBy } from '../../shared/vacancies/wanted'

export const vacanciesQuery = (chosen: Chosen) =>
  pagedQuery(['kindergartens', 'own-vacancies', wantedBy(chosen)], (page, signal) => {
    const query = { ...wantedBy(chosen), ...page }
    return unwrap(api.GET('/api/kindergartens/me/vacancies', { params: { query }, signal }))
  })
