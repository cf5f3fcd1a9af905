import { api, unwrap } from '@kezek/api'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice, Page } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import type { Line } from './lines'
import { staffTexts } from './texts'

interface SignProps extends Work {
  lines: readonly Line[]
  onBack: () => void
  onDone: () => void
}

/** The statement, which says who of them is an escort, and its signature. */
export function SignLines({ me, kindergarten, lines, onBack, onDone }: SignProps) {
  const t = useTexts(staffTexts)
  const client = useQueryClient()
  const [name] = useState(newId) // it names people: nothing of it may stand in the browser's memory
  const act = useAct({
    type: 'kindergartens.change-staff',
    name,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/staff/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: { lines: [...lines] },
        }),
      ),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['kindergartens', 'staff'] })
      onDone()
    },
  })
  useStatementIn(me.language, act)
  return (
    <Page narrow title={t('signTitle')}>
      <Card>
        <SignPanel act={act} ofKindergarten>
          <Notice kind="info" title={t('after')}>
            {t('afterMore')}
          </Notice>
        </SignPanel>
        <Actions>
          <Button kind="second" onClick={onBack}>
            {t('cancel')}
          </Button>
        </Actions>
      </Card>
    </Page>
  )
}
