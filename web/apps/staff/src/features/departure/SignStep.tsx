import { api, type KindergartensDeparted, type KindergartensDepartureBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, LinkButton, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import type { Leaving } from './DeparturePage'
import { departureTexts } from './texts'

interface SignProps extends Leaving {
  departure: KindergartensDepartureBody
  onDone: (result: KindergartensDeparted) => void
  onChange: () => void
}

/** What is signed, in full, and M1's button. */
export function SignStep({ me, kindergarten, child, departure, onDone, onChange }: SignProps) {
  const t = useTexts(departureTexts)
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const act = useAct({
    type: 'kindergartens.depart',
    name: child.enrolment_id,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/{enrolment_id}/departure/acts', {
          params: { path: { kindergarten_id: kindergarten.id, enrolment_id: child.enrolment_id } },
          body: departure,
        }),
      ),
    onDone: (result) => {
      onDone(result)
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
