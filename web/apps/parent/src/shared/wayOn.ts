/** Where somebody goes on once they are signed in. */
import { type AuthMe, beginSession, wayBack } from '@kezek/api'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useSearchParams } from 'wouter'

type Whom = Pick<AuthMe, 'complete' | 'roles' | 'must_choose_workplace'>

/** Begins the session and leads on. */
export function useWayIn(): (me: AuthMe) => Promise<void> {
  const client = useQueryClient()
  const leadOn = useWayOn()
  return async (me) => {
    await beginSession(client, me)
    leadOn(me)
  }
}

/** Leads to the e-mail address where it lacks, else back to where one came from, else to the own first page. */
export function useWayOn(): (me: Whom) => void {
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  return (me) => {
    const address = wayOn(me, params.get('next'))
    if (isElsewhere(address)) location.assign(address)
    else navigate(address, { replace: true })
  }
}

/** Where attendance is marked: all that an escort's session opens. */
export const ATTENDANCE = '/attendance'

export function wayOn(me: Whom, next: string | null): string {
  if (me.roles.includes('escort')) return ATTENDANCE
  const way = wayBack(next, isStaff(me) ? '/staff' : '/cabinet')
  return me.complete ? way : `/first-email?${new URLSearchParams({ next: way }).toString()}`
}

/** By the roles of this session: who works for several kindergartens has chosen none yet. */
export function isStaff({ roles, must_choose_workplace }: Whom): boolean {
  return must_choose_workplace || roles.some((role) => role !== 'parent' && role !== 'escort')
}

/** The other app, and the page of a paper, which is no page of this app. */
function isElsewhere(address: string): boolean {
  return /^\/(?:staff(?:[/?#]|$)|check\/)/.test(address)
}
