import type { TwinToChoose } from '@kezek/place-choice'
import { useQueries, useQuery } from '@tanstack/react-query'

import { journalQuery, placesQuery, prospectsQuery } from '../../shared/applications/queries'

/** The twins whose turns began with the same call, each with the places it may take. */
export function useTwins(id: string): TwinToChoose[] {
  const { data: prospects = [] } = useQuery(prospectsQuery)
  const { data: journal = [] } = useQuery(journalQuery)
  const together = prospects.find(({ application_id: own }) => own === id)?.together ?? []
  const twins = journal.filter(({ application_id: own }) => together.includes(own))
  const places = useQueries({ queries: twins.map(({ application_id: twin }) => placesQuery(twin)) })
  return twins.flatMap(({ application_id, child }, index) => {
    const found = places[index]
    return found ? [{ id: application_id, name: child.given_name, places: found }] : []
  })
}
