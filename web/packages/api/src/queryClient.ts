/** One QueryClient for an app. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

import { ApiError } from './problem'
import { noteRefusal, watchSession } from './session'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    /** `public`: the same for everybody, so it outlives a session. */
    queryMeta: { public?: boolean }
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
  const onError = (error: Error) => void noteRefusal(client, error)
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, gcTime: Infinity, retry: mayPass, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  watchSession(client)
  return client
}

function mayPass(failures: number, error: Error): boolean {
  const status = error instanceof ApiError ? error.problem.status : 0
  return failures < RETRIES && (status === 0 || status >= 500)
}
