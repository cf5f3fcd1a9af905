import { api, type ApplicationsMoveCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Card } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { moveTexts } from './texts'

interface SignProps {
  id: string
  check: ApplicationsMoveCheckView
  language: string
}

/** The statement and its signature; the former application then leads to the new one. */
export function Sign({ id, check, language }: SignProps) {
  const t = useTexts(moveTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'referrals.move',
    name: `${id}.${check.district}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/applications/{application_id}/move/acts', {
          params: { path: { application_id: id } },
          body: { check: check.check },
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
