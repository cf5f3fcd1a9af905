import { api, type AuthMe, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { roundsTexts } from './texts'

interface SignStepProps {
  me: AuthMe
  /** The outcome that was shown: another one is not signed. */
  digest: string
  onBack: () => void
}

export function SignStep({ me, digest, onBack }: SignStepProps) {
  const t = useTexts(roundsTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const again = () => void client.invalidateQueries({ queryKey: ['queue'] })
  const act = useAct({
    type: 'queue.hold-round',
    name: digest,
    prepare: () => unwrap(api.POST('/api/queue/rounds/acts', { body: { digest } })),
    onDone: (result) => {
      again()
      navigate(`/rounds/${result.round_id}`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return (
    <SignCard
      act={act}
      after={t('after')}
      afterMore={t('afterMore')}
      back={t('back')}
      onBack={() => {
        again()
        onBack()
      }}
    />
  )
}
