/** A signed act on a page. */
import { ApiError, meQuery, signInPageQuery } from '@kezek/api'
import { currentLanguage } from '@kezek/i18n'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react'

import { signWithNcalayer } from '../ncalayer/sign'
import { ActFlow, type Parts, type Prepare } from './ActFlow'
import { pause } from './pause'
import type { ActState } from './state'
import { type ActType, type ResultOf, wayOf } from './ways'

export interface ActOptions<T extends ActType> {
  /** As the API names it. */
  type: T
  /** What makes it this act and no other: ids, never a number of a person. */
  name: string
  /** The first step: the document to sign. */
  prepare: Prepare
  /** Called once, when the act is done. */
  onDone?: (result: ResultOf<T>) => void
}

export interface Act<R> {
  state: ActState<R>
  /** Fetches the document, or takes up the act that was begun before; to be called when the document is to be shown. */
  begin: () => void
  /** Opens NCALayer's window. */
  sign: () => void
  /** Stops waiting for NCALayer. */
  cancel: () => void
}

export function useAct<T extends ActType>({ type, name, prepare, onDone }: ActOptions<T>): Act<ResultOf<T>> {
  const client = useQueryClient()
  const flow = useMemo(
    () => new ActFlow({ name: `${type}.${name}`, way: wayOf(type), sign: signs(client), pause }),
    [type, name, client],
  )
  const state = useSyncExternalStore(flow.store.subscribe, flow.store.get)
  const done = useEffectEvent((result: ResultOf<T>) => onDone?.(result))
  useEffect(() => flow.enter(), [flow])
  useEffect(() => {
    if (state.at === 'done') done(state.result)
    if (isSessionOver(state)) void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }, [state, client])
  return {
    state,
    begin: () => void flow.begin(prepare),
    sign: () => void flow.sign(),
    cancel: () => {
      flow.cancel()
    },
  }
}

/** Then the page leads to signing in; the act is taken up when one comes back. */
function isSessionOver(state: ActState<unknown>): boolean {
  return 'trouble' in state && state.trouble instanceof ApiError && state.trouble.is('sign_in_required')
}

const signs =
  (client: QueryClient): Parts<ActType>['sign'] =>
  async ({ request, base64 }, signal, browserAsks) => {
    const { ncalayer } = await client.query({ ...signInPageQuery(currentLanguage()), staleTime: 'static' })
    return signWithNcalayer({ address: ncalayer.address, request, document: base64, signal, browserAsks })
  }
