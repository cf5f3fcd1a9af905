import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'

import type { Touched } from './queries'
import { closeTexts } from './texts'

interface SignProps {
  touched: Touched
  ground: string
  language: string
  onBack: () => void
}

export function SignStep({ touched: { kindergarten }, ground, language, onBack }: SignProps) {
  const t = useTexts(closeTexts)
  const client = useQueryClient()
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['closing'] })
    void client.invalidateQueries({ queryKey: ['kindergartens'] })
  }
  const act = useAct({
    type: 'kindergartens.close',
    name: `${kindergarten.id}.${ground}`,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/closing/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: { remark: ground },
        }),
      ),
    onDone: refresh,
  })
  useStatementIn(language, act)
  const back = () => {
    refresh() // a child may have come since
    onBack()
  }
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          {t('afterMore')}
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Actions>
          <Button kind="second" onClick={back}>
            {t('change')}
          </Button>
        </Actions>
      )}
    </Card>
  )
}
