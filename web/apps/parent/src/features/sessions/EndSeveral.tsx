import { api, leave, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Dialog, discardDrafts, Notice, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { sessionsQuery } from './queries'
import { sessionsTexts } from './texts'

export function EndSeveral({ others }: { others: number }) {
  const t = useTexts(sessionsTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: (others_only: boolean) =>
      unwrap(api.DELETE('/api/auth/sessions', { params: { query: { others_only } } })),
    onSuccess: ({ signed_out }) => {
      if (!signed_out) return
      discardDrafts()
      leave()
    },
    onSettled: () => client.invalidateQueries(sessionsQuery),
  })
  const doEnd = (othersOnly: boolean) => {
    if (!end.isPending) end.mutate(othersOnly)
  }
  return (
    <Card labelledBy="several">
      <h2 id="several">{t('several')}</h2>
      {others === 0 && <p>{t('onlyHere')}</p>}
      {end.data && !end.data.signed_out && (
        <Notice kind="ok" live>
          {t('othersEnded', { n: end.data.ended })}
        </Notice>
      )}
      {end.error && <ProblemNotice error={end.error} />}
      <Actions>
        {others > 0 && (
          <Button kind="second" aria-disabled={end.isPending} onClick={() => doEnd(true)}>
            {t('endOthers')}
          </Button>
        )}
        <Button kind="bad" aria-disabled={end.isPending} onClick={() => setAsking(true)}>
          {t('endAll')}
        </Button>
      </Actions>
      {asking && (
        <EndAllDialog
          onCancel={() => setAsking(false)}
          onEnd={() => {
            setAsking(false)
            doEnd(false)
          }}
        />
      )}
    </Card>
  )
}

function EndAllDialog({ onCancel, onEnd }: { onCancel: () => void; onEnd: () => void }) {
  const t = useTexts(sessionsTexts)
  return (
    <Dialog
      title={t('endAllTitle')}
      onCancel={onCancel}
      actions={
        <>
          <Button kind="bad" onClick={onEnd}>
            {t('endAll')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('endAllText')}</p>
    </Dialog>
  )
}
