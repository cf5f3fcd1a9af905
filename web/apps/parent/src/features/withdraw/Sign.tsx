import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Card } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { withdrawTexts } from './texts'

/** The statement and its signature; afterwards the application shows that it is over. */
interface SignProps {
  id: string
  /** The child is not queued yet: applications has the act. */
  before: boolean
  language: string
}

export function Sign({ id, before, language }: SignProps) {
  const t = useTexts(withdrawTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: before ? 'applications.withdraw' : 'referrals.withdraw',
    name: id,
    prepare: () => {
      const params = { path: { application_id: id } }
      return unwrap(
        before
          ? api.POST('/api/applications/applications/{application_id}/withdrawal/acts', { params })
          : api.POST('/api/referrals/applications/{application_id}/withdrawal/acts', { params }),
      )
    },
    onDone: () => {
      for (const service of ['applications', 'referrals', 'queue'])
        void client.invalidateQueries({ queryKey: [service] })
      navigate(`/journal/${id}`, { replace: true })
    },
  })
  useStatementIn(language, act)
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      <SignPanel act={act} label={t('sign')} />
    </Card>
  )
}
