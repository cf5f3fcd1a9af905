import { api, type KindergartensKindergartenColumn, type KindergartensOwnership, unwrap } from '@kezek/api'
import type { Language } from '@kezek/domain'
import type { Chosen } from '@kezek/ui'

import { pagedQuery, placeAndName } from '../../shared/tables/paged'

export const OWNERSHIPS: readonly KindergartensOwnership[] = ['state', 'private', 'mini_centre']
const COLUMNS: readonly KindergartensKindergartenColumn[] = ['name', 'district', 'ownership']

export const kindergartensQuery = (closed: boolean) => (chosen: Chosen, language: Language) =>
  pagedQuery(['kindergartens', 'list', closed, chosen, language], (page, signal) => {
    const query = { ...wantedBy(chosen), closed, sorted_in: language, ...page }
    return unwrap(api.GET('/api/kindergartens/kindergartens', { params: { query }, signal }))
  })

function wantedBy(chosen: Chosen) {
  const ownership = OWNERSHIPS.find((each) => each === chosen.filters.ownership)
  return { ...(ownership && { ownership }), ...placeAndName(chosen, COLUMNS) }
}
