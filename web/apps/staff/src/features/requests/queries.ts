import { api, type KindergartensRequestColumn, type KindergartensRequestState, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'

import { pagedQuery, placeAndName } from '../../shared/tables/paged'

export const STATES: readonly KindergartensRequestState[] = ['open', 'approved', 'refused']
const COLUMNS: readonly KindergartensRequestColumn[] = ['submitted', 'name', 'district']

export const requestsQuery = (chosen: Chosen, language: Language) =>
  pagedQuery(['kindergartens', 'account-requests', chosen, language], (page, signal) => {
    const query = { ...wantedBy(chosen), sorted_in: language, ...page }
    return unwrap(api.GET('/api/kindergartens/account-requests', { params: { query }, signal }))
  })

function wantedBy(chosen: Chosen) {
  const state = STATES.find((each) => each === chosen.filters.state)
  return { ...(state && { state }), ...placeAndName(chosen, COLUMNS) }
}
