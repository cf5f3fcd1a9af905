import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, LinkButton, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import type { Move } from './FormStep'
import { regroupTexts } from './texts'

interface SignProps extends Work {
  move: Move
  onDone: (children: number) => void
  onChange: () => void
}

/** Whom it is about and where they go, in full. */
export function SignStep({ me, kindergarten, move, onDone, onChange }: SignProps) {
  const t = useTexts(regroupTexts)
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const act = useAct({
    type: 'kindergartens.regroup',
    name: kindergarten.id,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/regrouping/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: { enrolment_ids: [...move.children], to: move.to },
        }),
      ),
    onDone: ({ children }) => {
      onDone(children)
      void client.invalidateQueries({ queryKey: ['kindergartens', 'roster'] })
    },
  })
  useStatementIn(me.language, act)
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {t('signTitle')}
      </h2>
      <SignPanel act={act} label={t('sign')} ofKindergarten>
        <Notice kind="info" title={t('after')}>
          {t('afterMore')}
        </Notice>
      </SignPanel>
      <Actions>
        <Button kind="second" onClick={onChange}>
          {t('change')}
        </Button>
        <LinkButton href="/roster" kind="second">
          {t('cancel')}
        </LinkButton>
      </Actions>
    </Card>
  )
}
