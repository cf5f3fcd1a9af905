import type { ApplicationsOpenedView, ReferralsCounterPlacesView } from '@kezek/api'
import type { Place, TwinToChoose } from '@kezek/place-choice'
import { useQueries, useQuery } from '@tanstack/react-query'

import { counterPlacesQuery } from './queries'

/** The twins whose turns began with the same call, each with the places it may take. */
export function useTwins({ information, twins }: ApplicationsOpenedView): TwinToChoose[] {
  const { data } = useQuery(counterPlacesQuery(information.application_id))
  const called = twins.filter(({ application_id: id }) => data?.together.includes(id))
  const places = useQueries({
    queries: called.map(({ application_id: id }) => ({ ...counterPlacesQuery(id), select: itemsOf })),
  })
  return called.flatMap(({ application_id, child }, index) => {
    const found = places[index]
    return found ? [{ id: application_id, name: child.given_name, places: found }] : []
  })
}

function itemsOf({ items }: ReferralsCounterPlacesView): readonly Place[] {
  return items
}
