import { api, type ApplicationsClaimState, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'

import { KINDS } from '../../shared/officer/claims'
import { pagedQuery } from '../../shared/tables/paged'

export type Awaited = Extract<ApplicationsClaimState, 'waiting' | 'better_copy_asked'>

/** What waits for an officer, or for the family, of one kind or of all; each look is logged. */
export const deskQuery =
  (state: Awaited) =>
  ({ filters }: Chosen, language: Language) =>
    pagedQuery(['applications', 'desk', 'list', state, filters, language], (page, signal) => {
      const kind = KINDS.find((each) => each === filters.kind)
      const query = { state, ...(kind && { kind }), ...page }
      return unwrap(api.GET('/api/applications/desk', { params: { query }, signal }))
    })
