import { api, type AuthMe, type QueuePolicyBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { forgetUnsigned } from '../../shared/rules/unsigned'
import { changePolicyTexts } from './texts'

interface SignStepProps {
  me: AuthMe
  body: QueuePolicyBody
  changed: Readonly<Record<string, string>>
  /** Under which it was kept unsigned. */
  draft: string
  onBack: () => void
}

export function SignStep({ me, body, changed, draft, onBack }: SignStepProps) {
  const t = useTexts(changePolicyTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const whose = body.district ?? 'region'
  const act = useAct({
    type: 'queue.change-policy',
    name: [whose, body.in_force_from, ...Object.entries(changed).flat()].join('.'), // another tab may change something else
    prepare: () => unwrap(api.POST('/api/queue/policies/acts', { body })),
    onDone: () => {
      forgetUnsigned(draft)
      void client.invalidateQueries({ queryKey: ['queue'] })
      navigate(`/rules?${body.district ? `district=${body.district}&` : ''}signed=1`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return <SignCard act={act} after={t('after')} afterMore={t('afterMore')} back={t('changeNumbers')} onBack={onBack} />
}
