/** What several pages ask about one's own applications. */
import { ApiError, api, type ApplicationsApplicationView, unwrap } from '@kezek/api'
import { queryOptions } from '@tanstack/react-query'

const AT_ONCE = 50
/** A queue hears of a new application a moment later: until then it is asked again. */
const SOON_MS = 2_000

/** All of them, newest first. */
export const journalQuery = queryOptions({
  queryKey: ['applications', 'journal'],
  queryFn: async ({ signal }) => {
    const items: ApplicationsApplicationView[] = []
    let before: string | null = null
    do {
      const query: { limit: number; before?: string } = { limit: AT_ONCE, ...(before !== null && { before }) }
      const page = await unwrap(api.GET('/api/applications/applications', { params: { query }, signal }))
      items.push(...page.items)
      before = page.next
    } while (before !== null)
    return items
  },
})

/** One of them, with its tabs. */
export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'application', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/applications/applications/{application_id}', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
  })

/** Where the application stands, as the service of referrals itself says: at once after a signature. */
export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ['referrals', 'candidate', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/referrals/applications/{application_id}', { params: { path: { application_id: id } }, signal }),
      ),
  })

/** Why the kindergarten refused, what one answered, what was decided; `refusal_not_found` where nothing was refused. */
export const refusalQuery = (id: string) =>
  queryOptions({
    queryKey: ['referrals', 'refusal', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/referrals/applications/{application_id}/refusal', {
          params: { path: { application_id: id } },
          signal,
        }),
      ),
  })

/** Where the child stands; null while the queue does not know the application yet. */
export const positionQuery = (id: string) =>
  queryOptions({
    queryKey: ['queue', 'position', id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/queue/applications/{application_id}/position', {
        params: { path: { application_id: id } },
        signal,
      })
      return unwrap(asked).catch((error: unknown) => {
        if (error instanceof ApiError && error.is('position_not_found')) return null
        throw error
      })
    },
    refetchInterval: ({ state: { data } }) => (data === null || data?.being_called === true ? SOON_MS : false),
  })

/** The places that may be chosen now, or the refusal that says why none may. */
export const placesQuery = (id: string) =>
  queryOptions({
    queryKey: ['referrals', 'places', id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/referrals/applications/{application_id}/places', {
        params: { path: { application_id: id } },
        signal,
      })
      return (await unwrap(asked)).items
    },
  })

/** Of all applications whether a place may be chosen now, else what is missing and until when. */
export const prospectsQuery = queryOptions({
  queryKey: ['referrals', 'choices'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/referrals/choices', { signal }))).items,
})

/** The person's children by the persons register; refused while the register is silent. */
export const childrenQuery = queryOptions({
  queryKey: ['applications', 'children'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/applications/children', { signal }))).items,
})
