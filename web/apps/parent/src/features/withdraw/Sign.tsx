import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Card } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { withdrawTexts } from './texts'

/** The statement and its signature; afterwards the application shows that it is over. */
export function Sign({ id, language }: { id: string; language: string }) {
  const t = useTexts(withdrawTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'referrals.withdraw',
    name: id,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/applications/{application_id}/withdrawal/acts', {
          params: { path: { application_id: id } },
        }),
      ),
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
