/** What only somebody signed in sees: others sign in first, and confirm an e-mail address, and then come back here. */
import { type AuthMe, meQuery, useSession } from '@kezek/api'
import { commonTexts, useTexts } from '@kezek/i18n'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { useLocation, useRouter } from 'wouter'

import { Button } from '../form/Button'
import { Card } from '../text/Card'
import { Spinner } from '../state/Spinner'

export function SignedIn({ children }: { children: (me: AuthMe) => ReactNode }) {
  const { me, error } = useSession({ needed: true })
  const [seen, setSeen] = useState(false)
  if (me && !seen) setSeen(true)
  if (me === undefined) return error ? <NotKnown /> : <Spinner />
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

function NotKnown() {
  const t = useTexts(commonTexts)
  const client = useQueryClient()
  return (
    <Card>
      <p role="alert">{t('brokenTitle')}</p>
      <Button onClick={() => void client.invalidateQueries({ queryKey: meQuery.queryKey })}>{t('retry')}</Button>
    </Card>
  )
}
