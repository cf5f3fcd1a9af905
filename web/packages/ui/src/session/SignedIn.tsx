/** What only somebody signed in sees: others sign in first, and confirm an e-mail address, and then come back here. */
import { type ApiError, type AuthMe, isLeaving, meQuery, useSession } from '@kezek/api'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { useLocation, useRouter } from 'wouter'

import { ProblemNotice } from '../state/ProblemNotice'
import { Spinner } from '../state/Spinner'
import { useAccountLanguage } from './useAccountLanguage'

export function SignedIn({ children }: { children: (me: AuthMe) => ReactNode }) {
  const { me, error } = useSession({ needed: true })
  const [seen, setSeen] = useState(false)
  if (me && !seen) setSeen(true)
  useAccountLanguage(me)
  if (me === undefined) return error ? <NotKnown error={error} /> : <Spinner />
  if (me === null && isLeaving()) return <Spinner />
  if (me === null) return <Leading to="/sign-in" {...(seen && { over: true })} />
  if (!me.complete) return <Leading to="/first-email" />
  return <Fragment key={me.person_id}>{children(me)}</Fragment>
}

/** Both ways stand in the parents' app. */
function Leading({ to, over = false }: { to: string; over?: boolean }) {
  const [, navigate] = useLocation()
  const { base } = useRouter()
  useEffect(() => {
    const next = location.pathname + location.search + location.hash
    const address = `${to}?${new URLSearchParams({ next, ...(over && { over: '1' }) }).toString()}`
    if (base === '') navigate(address, { replace: true })
    else location.replace(address)
  }, [to, over, base, navigate])
  return <Spinner />
}

function NotKnown({ error }: { error: ApiError }) {
  const client = useQueryClient()
  return <ProblemNotice error={error} onRetry={() => void client.invalidateQueries({ queryKey: meQuery.queryKey })} />
}
