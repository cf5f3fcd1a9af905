/** One QueryClient for an app, and the questions that every page may ask. */
import { MutationCache, QueryCache, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { ApiError } from './problem'
import { mayBeSignedIn, noteSignedIn } from './signedIn'
import type { AuthLanguage, AuthMe } from './schema'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
  }
}

const FRESH_MS = 15_000
const RETRIES = 2

/**
 * Data that were loaded stay when a refresh fails; only what may pass by itself is tried again.
 *
 * A session that has ended is noticed by whatever asks next: from then on nobody is signed in.
 */
export function makeQueryClient(): QueryClient {
  const noteEnd = (error: Error) => {
    if (error instanceof ApiError && error.is('sign_in_required')) noteNobody(client)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noteEnd }),
    mutationCache: new MutationCache({ onError: noteEnd }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, gcTime: Infinity, retry: mayPass, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  return client
}

function noteNobody(client: QueryClient): void {
  noteSignedIn(false)
  client.setQueryData(meQuery.queryKey, null)
}

function mayPass(failures: number, error: Error): boolean {
  const status = error instanceof ApiError ? error.problem.status : 0
  return failures < RETRIES && (status === 0 || status >= 500)
}

/** Who is signed in, null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['auth', 'me'],
  queryFn: async ({ signal }): Promise<AuthMe | null> => {
    try {
      const me = await unwrap(api.GET('/api/auth/me', { signal }))
      noteSignedIn(true)
      return me
    } catch (error) {
      if (!(error instanceof ApiError && error.is('sign_in_required'))) throw error
      noteSignedIn(false)
      return null
    }
  },
})

/** The session of this browser. A public page does not ask for it as long as nobody has signed in here. */
export function useSession({ needed = false } = {}): { me: AuthMe | null | undefined; error: ApiError | null } {
  const asked = needed || mayBeSignedIn()
  const { data, error } = useQuery({ ...meQuery, enabled: asked })
  return { me: asked ? data : null, error }
}

/** What the page of signing in shows; every page takes who helps from it. */
export const signInPageQuery = (language: AuthLanguage) =>
  queryOptions({
    queryKey: ['auth', 'sign-in', language],
    queryFn: ({ signal }) => unwrap(api.GET('/api/auth/sign-in', { params: { query: { language } }, signal })),
    staleTime: 5 * 60_000,
  })

/** The districts and cities of the region. */
export const districtsQuery = queryOptions({
  queryKey: ['kindergartens', 'districts'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/kindergartens/districts', { signal }))).items,
  staleTime: 60 * 60_000,
})
