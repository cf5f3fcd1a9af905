import { api, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'

import { KINDS } from '../../shared/officer/claims'
import { pagedQuery } from '../../shared/tables/paged'

/** What waits, of one kind or of all; each look is logged. */
export const deskQuery = ({ filters }: Chosen, language: Language) =>
  pagedQuery(['applications', 'desk', 'list', filters, language], (page, signal) => {
    const kind = KINDS.find((each) => each === filters.kind)
    return unwrap(api.GET('/api/applications/desk', { params: { query: { ...(kind && { kind }), ...page } }, signal }))
  })
