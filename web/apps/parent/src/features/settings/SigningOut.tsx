import { useSignOut } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Dialog, ProblemNotice } from '@kezek/ui'
import { useState } from 'react'

import { discardDrafts, hasDrafts } from '../../shared/leaving'
import { settingsTexts } from './texts'

/** Signing out takes unfinished drafts along, so who has one is asked. */
export function SigningOut() {
  const t = useTexts(settingsTexts)
  const [asking, setAsking] = useState(false)
  const signOut = useSignOut()
  const leave = () => signOut.mutate(undefined, { onSuccess: discardDrafts })
  return (
    <Card labelledBy="sign-out">
      <h2 id="sign-out">{t('signOut')}</h2>
      <p>{t('signOutAbout')}</p>
      <Button
        kind="second"
        aria-disabled={signOut.isPending}
        onClick={() => {
          if (hasDrafts()) setAsking(true)
          else leave()
        }}
      >
        {signOut.isPending ? t('signingOut') : t('signOut')}
      </Button>
      {signOut.error && <ProblemNotice error={signOut.error} />}
      {asking && (
        <Dialog
          title={t('signOutTitle')}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Button
                kind="bad"
                onClick={() => {
                  setAsking(false)
                  leave()
                }}
              >
                {t('signOutDo')}
              </Button>
              <Button kind="second" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t('signOutDrafts')}</p>
        </Dialog>
      )}
    </Card>
  )
}
