import { api, type AuthMe, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Dialog, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { SignInAgain } from '../../shared/tries/SignInAgain'
import { passwordQuery } from './queries'
import { passwordTexts } from './texts'

export function RemovePassword({ me }: { me: AuthMe }) {
  const t = useTexts(passwordTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/me/password')),
    onSuccess: () => client.invalidateQueries(passwordQuery),
  })
  const cancel = () => setAsking(false)
  return (
    <Card labelledBy="remove">
      <h2 id="remove">{t('removeTitle')}</h2>
      <p>{t('removeAbout')}</p>
      {me.method === 'eds' ? (
        <Button kind="bad" aria-disabled={remove.isPending} onClick={() => setAsking(true)}>
          {t('remove')}
        </Button>
      ) : (
        <p>{t('onlyByKey')}</p>
      )}
      {remove.error && <ProblemNotice error={remove.error} />}
      <SignInAgain refusal={remove.error} />
      {asking && (
        <Dialog
          title={t('removeAsk')}
          onCancel={cancel}
          actions={
            <>
              <Button
                kind="bad"
                onClick={() => {
                  cancel()
                  remove.mutate()
                }}
              >
                {t('remove')}
              </Button>
              <Button kind="second" onClick={cancel}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t('removeAbout')}</p>
        </Dialog>
      )}
    </Card>
  )
}
