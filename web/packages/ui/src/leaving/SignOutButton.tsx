/** Signing out takes unfinished drafts along, and marks not sent wait for their person: who has some is asked. */
import { useSignOut } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useState } from 'react'

import { Button } from '../form/Button'
import { Dialog } from '../state/Dialog'
import { ProblemNotice } from '../state/ProblemNotice'
import { discardDrafts, hasDrafts, unsentMarks } from './drafts'
import { leavingTexts } from './texts'

interface SignOutButtonProps {
  children: string
  /** Which page then starts anew; the home page if it is not said. */
  to?: string
  small?: boolean
}

export function SignOutButton({ children, to = '/', small = false }: SignOutButtonProps) {
  const t = useTexts(leavingTexts)
  const [asking, setAsking] = useState(false)
  const signOut = useSignOut(to)
  const leave = () => {
    setAsking(false)
    if (!signOut.isPending) signOut.mutate(undefined, { onSuccess: discardDrafts })
  }
  return (
    <>
      <Button
        kind="second"
        small={small}
        aria-disabled={signOut.isPending}
        onClick={() => {
          if (hasDrafts() || unsentMarks() > 0) setAsking(true)
          else leave()
        }}
      >
        {signOut.isPending ? t('leaving') : children}
      </Button>
      {signOut.error && <ProblemNotice error={signOut.error} />}
      {asking && <Asking onLeave={leave} onCancel={() => setAsking(false)} />}
    </>
  )
}

function Asking({ onLeave, onCancel }: { onLeave: () => void; onCancel: () => void }) {
  const t = useTexts(leavingTexts)
  const [drafts, marks] = [hasDrafts(), unsentMarks()]
  const actions = (
    <>
      <Button kind="bad" onClick={onLeave}>
        {t(drafts ? 'leave' : 'leaveAnyway')}
      </Button>
      <Button kind="second" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('title')} onCancel={onCancel} actions={actions}>
      {drafts && <p>{t('drafts')}</p>}
      {marks > 0 && <p>{t('marks', { count: marks })}</p>}
    </Dialog>
  )
}
