/** Signing in with an EDS key, on a page. */
import { api, type AuthMe, beginSession, meQuery, signInPageQuery, unwrap } from '@kezek/api'
import { currentLanguage } from '@kezek/i18n'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'

import { signWithNcalayer } from '../ncalayer/sign'
import { EdsFlow, type EdsState, type Keys, type Parts } from './EdsFlow'

/** A challenge lives for two minutes: nobody need wait longer for NCALayer. */
const CHALLENGE_MS = 2 * 60_000

export interface Eds {
  state: EdsState
  /** Opens NCALayer's window. */
  choose: (keys?: Keys) => void
  /** Begins the session of whose key was chosen. */
  enter: () => void
  cancel: () => void
}

export function useEdsSignIn(onSignedIn: (me: AuthMe) => void): Eds {
  const client = useQueryClient()
  const [flow] = useState(() => new EdsFlow(partsOf(client)))
  const state = useSyncExternalStore(flow.store.subscribe, flow.store.get)
  const signedIn = useEffectEvent(onSignedIn)
  useEffect(() => {
    if (state.at === 'in') signedIn(state.me)
  }, [state])
  useEffect(() => flow.cancel, [flow])
  return { state, choose: (keys) => void flow.choose(keys), enter: () => void flow.enter(), cancel: flow.cancel }
}

function partsOf(client: QueryClient): Parts {
  return {
    challenge: () => unwrap(api.POST('/api/auth/challenges')),
    owner: (answer) => unwrap(api.POST('/api/auth/certificates/owner', { body: withLanguage(answer) })),
    enter: async (answer) => {
      const me = await unwrap(api.POST('/api/auth/sessions', { body: withLanguage(answer) }))
      await beginSession(client, me)
      return me
    },
    me: async () => {
      const me = await client.query({ ...meQuery, staleTime: 0 })
      if (me) await beginSession(client, me)
      return me
    },
    sign: async (document, keys, signal, browserAsks) => {
      const { ncalayer } = await client.query({ ...signInPageQuery(currentLanguage()), staleTime: 'static' })
      const request = keys === 'all' ? ncalayer.request_all_keys : ncalayer.request
      const patience = { personMs: CHALLENGE_MS }
      return signWithNcalayer({ address: ncalayer.address, request, document, signal, browserAsks, patience })
    },
  }
}

function withLanguage<A extends object>(answer: A) {
  return { ...answer, language: currentLanguage() }
}
