import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'

import { SignCard } from '../../shared/roster/SignCard'
import type { Work } from '../../shared/workplace/AtWork'
import type { Move } from './FormStep'
import { regroupTexts } from './texts'

interface SignProps extends Work {
  move: Move
  onDone: (children: number) => void
  onChange: () => void
}

/** Whom it is about and where they go, in full. */
export function SignStep({ me, kindergarten, move, onDone, onChange }: SignProps) {
  const t = useTexts(regroupTexts)
  const client = useQueryClient()
  const act = useAct({
    type: 'kindergartens.regroup',
    name: kindergarten.id,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/regrouping/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: { enrolment_ids: [...move.children], to: move.to },
        }),
      ),
    onDone: ({ children }) => {
      onDone(children)
      void client.invalidateQueries({ queryKey: ['kindergartens', 'roster'] })
    },
  })
  useStatementIn(me.language, act)
  return (
    <SignCard act={act} title={t('signTitle')} onChange={onChange}>
      {t('afterMore')}
    </SignCard>
  )
}
