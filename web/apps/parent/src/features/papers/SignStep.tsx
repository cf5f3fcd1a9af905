/** What is declared, and its signature; then the application stands in the journal [M5.51]. */
import { api, ApiError, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'

import { forgetKept } from '../../shared/kept'
import { fingerprint, isOfApplicant } from './fields'
import type { Asked } from './PapersPage'
import { papersTexts } from './texts'

interface SignStepProps extends Asked {
  /** In which the statement is written. */
  language: string
  onBack: () => void
  /** What was typed in step 1 is not taken. */
  onRefused: (refusal: ApiError) => void
}

export function SignStep({ child, body, language, onBack, onRefused }: SignStepProps) {
  const t = useTexts(papersTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { application_id, referral_id } = child
  const act = useAct({
    type: 'referrals.submit-papers',
    name: `${referral_id}.${fingerprint(body)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/applications/{application_id}/referrals/{referral_id}/papers/acts', {
          params: { path: { application_id, referral_id } },
          body,
        }),
      ),
    onDone: () => {
      forgetKept('papers')
      for (const service of ['applications', 'referrals']) void client.invalidateQueries({ queryKey: [service] })
      navigate(`/admissions/${application_id}/${referral_id}`, { replace: true })
    },
  })
  useStatementIn(language, act)
  const trouble = act.state.at === 'over' ? act.state.trouble : null
  const leadBack = useEffectEvent(onRefused)
  useEffect(() => {
    if (trouble instanceof ApiError && isOfApplicant(trouble)) leadBack(trouble)
  }, [trouble])
  return (
    <Card labelledBy="signature" marked="act">
      <h2 id="signature">{t('signTitle')}</h2>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          <p>{t('afterMore')}</p>
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Actions>
          <Button kind="second" onClick={onBack}>
            {t('change')}
          </Button>
        </Actions>
      )}
    </Card>
  )
}
