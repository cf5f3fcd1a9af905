/** The session of this browser: whoever comes next sees nothing of whoever was here before. */
import type { Query, QueryClient } from '@tanstack/react-query'

import { ApiError } from './problem'
import { meQuery } from './queries'
import type { AuthMe } from './schema'
import { noteNewSession, noteSignedIn, whenSignedElsewhere } from './signedIn'

const forgetting = new Set<() => void>()

/** What a page keeps in memory of a person: `forget` is called when another one comes. */
export function whenPersonLeaves(forget: () => void): void {
  forgetting.add(forget)
}

/** Somebody has signed in. */
export async function beginSession(client: QueryClient, me: AuthMe): Promise<void> {
  noteNewSession()
  await settle(client, me)
}

/** Sees to it that nothing of a person is left in this tab for the next one. */
export function watchSession(client: QueryClient): void {
  let last: string | null = null
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || !isMe(event.query)) return
    const me = event.query.state.data as AuthMe | null
    noteSignedIn(me !== null)
    if (me === null || me.person_id === last) return
    if (last !== null) {
      for (const forget of forgetting) forget()
      forgetPrivate(client)
    }
    last = me.person_id
  })
  whenSignedElsewhere(() => void client.invalidateQueries({ queryKey: meQuery.queryKey }))
}

/** After whatever was refused: where the session is over, nobody is signed in any more. What was typed stays. */
export async function noteRefusal(client: QueryClient, error: Error): Promise<void> {
  if (!(error instanceof ApiError && error.is('sign_in_required'))) return
  await settle(client, null)
  forgetPrivate(client)
}

/** An answer that is still on its way tells of the session before. */
async function settle(client: QueryClient, me: AuthMe | null): Promise<void> {
  await client.cancelQueries({ queryKey: meQuery.queryKey })
  client.setQueryData(meQuery.queryKey, me)
}

/** Asks anew for what is the person's own: it depends on what has just changed of who they are here. */
export function refreshPrivate(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: isPrivate })
}

function forgetPrivate(client: QueryClient): void {
  client.removeQueries({ predicate: isPrivate })
  client.getMutationCache().clear()
}

/** All but who it is. */
function isPrivate(query: Query): boolean {
  return !isMe(query) && query.meta?.public !== true
}

function isMe(query: Pick<Query, 'queryHash'>): boolean {
  return query.queryHash === JSON.stringify(meQuery.queryKey)
}
