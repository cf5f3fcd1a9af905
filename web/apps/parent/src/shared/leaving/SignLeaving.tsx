import { useTexts } from '@kezek/i18n'
import { type ActType, type PreparedAct, SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Card } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { leavingQueueTexts } from './texts'

interface SignLeavingProps {
  /** The application. */
  id: string
  type: ActType
  /** The act's own name, so that one begun before is gone on with. */
  name: string
  label: string
  /** In which the statement is written. */
  language: string
  prepare: () => Promise<PreparedAct>
}

/** The statement and its signature; then the application shows what became of it, and all pages ask anew. */
export function SignLeaving({ id, type, name, label, language, prepare }: SignLeavingProps) {
  const t = useTexts(leavingQueueTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type,
    name,
    prepare,
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
      <SignPanel act={act} label={label} />
    </Card>
  )
}
