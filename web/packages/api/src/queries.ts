/** The questions that every page may ask. */
import { queryOptions, useQuery } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { ApiError } from './problem'
import { mayBeSignedIn } from './signedIn'
import type { AuthLanguage, AuthMe } from './schema'

/** Who is signed in, null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['auth', 'me'],
  queryFn: async ({ signal }): Promise<AuthMe | null> => {
    try {
      return await unwrap(api.GET('/api/auth/me', { signal }))
    } catch (error) {
      if (error instanceof ApiError && error.is('sign_in_required')) return null
      throw error
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
    meta: { public: true },
  })

/** The districts and cities of the region. */
export const districtsQuery = queryOptions({
  queryKey: ['kindergartens', 'districts'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/kindergartens/districts', { signal }))).items,
  staleTime: 60 * 60_000,
  meta: { public: true },
})
