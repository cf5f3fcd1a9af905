import { api, type AuthMe, type QueueSortingBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { sortingTexts } from './texts'

interface SignStepProps {
  me: AuthMe
  body: QueueSortingBody
  onBack: () => void
}

export function SignStep({ me, body, onBack }: SignStepProps) {
  const t = useTexts(sortingTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'queue.sort-district',
    name: [body.district, body.reason ?? ''].join('.'), // another tab may sort another district
    prepare: () => unwrap(api.POST('/api/queue/sortings/acts', { body })),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['queue'] })
      navigate(`/rules/sorting/${body.district}?signed=1`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return <SignCard act={act} after={t('after')} afterMore={t('afterMore')} back={t('toForecast')} onBack={onBack} />
}
