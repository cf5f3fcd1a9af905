import { api, type ReferralsFoundView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import { workroomTexts } from './texts'
import { type Standing, useStanding } from './useStanding'
import css from './Workroom.module.css'

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
  useStanding(act, onStanding)
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
