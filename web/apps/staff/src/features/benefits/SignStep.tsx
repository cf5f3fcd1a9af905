import { api, type AuthMe, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { forgetUnsigned } from '../../shared/rules/unsigned'
import type { Benefit } from './list'
import { benefitsTexts } from './texts'

/** Under which a changed list is kept until it is signed. */
export const UNSIGNED = 'benefits'

interface SignStepProps {
  me: AuthMe
  list: readonly Benefit[]
  version: number
  onBack: () => void
}

export function SignStep({ me, list, version, onBack }: SignStepProps) {
  const t = useTexts(benefitsTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'queue.change-benefits',
    name: [version, ...list.map(({ code }) => code)].join('.'), // another tab may change something else
    prepare: () => unwrap(api.POST('/api/queue/benefits/acts', { body: { items: [...list] } })),
    onDone: () => {
      forgetUnsigned(UNSIGNED)
      navigate('/rules/benefits?signed=1', { replace: true })
      void client.invalidateQueries({ queryKey: ['queue'] })
    },
  })
  useStatementIn(me.language, act)
  return <SignCard act={act} after={t('after')} afterMore={t('afterMore')} back={t('backToList')} onBack={onBack} />
}
