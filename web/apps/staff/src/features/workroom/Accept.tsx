import { api, type ReferralsFoundView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { isBusy, SignPanel, useAct, useMayLeave, useStatementIn } from '@kezek/signing'
import { Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import { workroomTexts } from './texts'
import css from './Workroom.module.css'

/** How far an acceptance is: `busy` takes all attention, `waits` is signed and goes on by itself. */
export type Standing = 'idle' | 'busy' | 'waits'

interface AcceptProps {
  me: Work['me']
  referral: ReferralsFoundView
  onStanding: (standing: Standing) => void
  onAccepted: () => void
}

/** What is signed to accept the child. */
export function Accept({ me, referral: { referral_id }, onStanding, onAccepted }: AcceptProps) {
  const t = useTexts(workroomTexts)
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const act = useAct({
    type: 'referrals.accept',
    name: referral_id,
    prepare: () =>
      unwrap(api.POST('/api/referrals/referrals/{referral_id}/acceptance/acts', { params: { path: { referral_id } } })),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['kindergartens', 'roster'] })
      onAccepted()
    },
  })
  useStatementIn(me.language, act)
  const mayLeave = useMayLeave(act.state)
  const standing = mayLeave ? 'waits' : isBusy(act.state) ? 'busy' : 'idle'
  const tell = useEffectEvent(onStanding)
  useEffect(() => {
    tell(standing)
    return () => tell('idle')
  }, [standing])
  return (
    <div className={css.accept}>
      <h3 ref={heading} tabIndex={-1}>
        {t('signTitle')}
      </h3>
      <SignPanel act={act} label={t('sign')} ofKindergarten>
        <Notice kind="info" title={t('after')}>
          {t('afterMore')}
        </Notice>
      </SignPanel>
    </div>
  )
}
