/** The papers of how a referral ended: a refusal that stands, a departure. Apart from the rest: few pages show one. */
import { queryOptions } from '@tanstack/react-query'

import { papersOf } from './papers'

/** A paper is made a moment after what it tells of: until then it is asked for again. */
const SOON_MS = 2_000

interface Asked {
  state: { data: unknown; dataUpdateCount: number }
}

/** Asks again while there is none, so many times in all: a paper of long ago may never be made. */
export const untilMade = (times: number) => ({
  refetchInterval: ({ state: { data, dataUpdateCount } }: Asked) =>
    data === null && dataUpdateCount < times ? SOON_MS : (false as const),
})

/** The paper of how it ended, of which an application has one; null until it is made. */
export const endingQuery = (application: string, wanted: 'refusal' | 'departure', times: number) =>
  queryOptions({
    queryKey: ['documents', 'papers', application, wanted],
    queryFn: async ({ signal }) => (await papersOf(application, signal)).find(({ kind }) => kind === wanted) ?? null,
    ...untilMade(times),
  })
