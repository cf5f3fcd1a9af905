import { api, type AuthMe, type QueueSortingBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { sortingTexts } from './texts'

interface SignStepProps {
  me: AuthMe
  body: QueueSortingBody
  onBack: () => void
}

export function SignStep({ me, body, onBack }: SignStepProps) {
  const t = useTexts(sortingTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'queue.sort-district',
    name: [body.district, body.reason ?? ''].join('.'), // another tab may sort another district
    prepare: () => unwrap(api.POST('/api/queue/sortings/acts', { body })),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['queue'] })
      navigate(`/rules/sorting/${body.district}?signed=1`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return (
    <Card>
      <SignPanel act={act}>
        <Notice kind="info" title={t('after')}>
          {t('afterMore')}
        </Notice>
      </SignPanel>
      <Actions>
        <Button kind="second" onClick={onBack}>
          {t('toForecast')}
        </Button>
      </Actions>
    </Card>
  )
}
