import { api, type AuthAccountView, leave, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, discardDrafts, Notice, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { ConfirmDialog } from '../../shared/admin/ConfirmDialog'
import { accountQuery } from './queries'
import { accountTexts } from './texts'

interface EndSessionsProps {
  account: AuthAccountView
  /** Whether they are the administrator's own. */
  own: boolean
}

export function EndSessions({ account, own }: EndSessionsProps) {
  const t = useTexts(accountTexts)
  const [asking, setAsking] = useState(false)
  const end = useEnd(account.person_id)
  return (
    <Card labelledBy="end">
      <h2 id="end">{t('end')}</h2>
      <p>{t('endAbout')}</p>
      {end.error && <ProblemNotice error={end.error} />}
      {end.data && (
        <Notice kind="ok" live>
          {t('ended', { n: end.data.ended })}
        </Notice>
      )}
      <Actions>
        <Button kind="bad" aria-disabled={end.isPending} onClick={() => setAsking(true)}>
          {t('end')}
        </Button>
      </Actions>
      {asking && (
        <EndDialog
          who={account.name || account.iin}
          own={own}
          onCancel={() => setAsking(false)}
          onEnd={() => {
            setAsking(false)
            if (!end.isPending) end.mutate()
          }}
        />
      )}
    </Card>
  )
}

function useEnd(person_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/api/auth/accounts/{person_id}/sessions', { params: { path: { person_id } } })),
    onSuccess: ({ signed_out }) => {
      if (signed_out) {
        discardDrafts()
        leave()
      }
      return client.invalidateQueries(accountQuery(person_id))
    },
  })
}

interface EndDialogProps {
  who: string
  own: boolean
  onCancel: () => void
  onEnd: () => void
}

function EndDialog({ who, own, onCancel, onEnd }: EndDialogProps) {
  const t = useTexts(accountTexts)
  return (
    <ConfirmDialog title={t('endTitle', { who })} act={t('end')} onCancel={onCancel} onAct={onEnd}>
      {own ? t('endOwn') : t('endAbout')}
    </ConfirmDialog>
  )
}
