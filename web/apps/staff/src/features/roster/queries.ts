import { api, unwrap } from '@kezek/api'
import type { Chosen } from '@kezek/ui'

import { pagedQuery } from '../../shared/tables/paged'
import { wantedBy } from './wanted'

/** Children of the kindergarten. Every look is recorded, so it is asked for when it is looked at, not by the clock. */
export const rosterQuery = (kindergarten_id: string, present: boolean, chosen: Chosen) =>
  pagedQuery(['kindergartens', 'roster', kindergarten_id, wantedBy(present, chosen)], (page, signal) =>
    unwrap(
      api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/search', {
        params: { path: { kindergarten_id } },
        body: { ...wantedBy(present, chosen), ...page },
        signal,
      }),
    ),
  )
