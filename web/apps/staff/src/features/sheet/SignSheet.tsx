/** What is signed of a month, in full, and its signature. */
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice, Page } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import { prepare, type ToSign, useGroupName } from './queries'
import { sheetTexts } from './texts'

interface SignProps extends Work {
  toSign: ToSign
  onBack: () => void
  onDone: () => void
}

export function SignSheet({ me, kindergarten, toSign, onBack, onDone }: SignProps) {
  const t = useTexts(sheetTexts)
  const nameOf = useGroupName()
  const client = useQueryClient()
  const [name] = useState(newId) // it names children: nothing of it may stand in the browser's memory
  const closes = toSign.what === 'close'
  const act = useAct({
    type: closes ? 'kindergartens.close-sheet' : 'kindergartens.reopen-sheet',
    name,
    prepare: () => prepare(kindergarten.id, toSign),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['kindergartens', 'attendance'] })
      onDone()
    },
  })
  useStatementIn(me.language, act)
  return (
    <Page narrow title={t(closes ? 'signClose' : 'signReopen')} lead={nameOf(toSign.group)}>
      <Card>
        <SignPanel act={act} label={t('sign')} ofKindergarten>
          <Notice kind="info" title={t('after')}>
            {t(closes ? 'afterClose' : 'afterReopen')}
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
