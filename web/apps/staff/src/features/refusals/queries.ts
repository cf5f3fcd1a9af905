import { api, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'

import { pagedQuery } from '../../shared/tables/paged'

/** The refusals that wait for a decision in the own district; each look is logged. */
export const refusalsQuery = (_: Chosen, language: Language) =>
  pagedQuery(['refusals', 'list', language], (page, signal) =>
    unwrap(api.GET('/api/referrals/refusals', { params: { query: page }, signal })),
  )
