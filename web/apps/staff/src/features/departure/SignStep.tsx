import { api, type KindergartensDeparted, type KindergartensDepartureBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { useQueryClient } from '@tanstack/react-query'

import { SignCard } from '../../shared/roster/SignCard'
import type { Leaving } from './DeparturePage'
import { departureTexts } from './texts'

interface SignProps extends Leaving {
  departure: KindergartensDepartureBody
  onDone: (result: KindergartensDeparted) => void
  onChange: () => void
}

/** What is signed, in full, and M1's button. */
export function SignStep({ me, kindergarten, child, departure, onDone, onChange }: SignProps) {
  const t = useTexts(departureTexts)
  const client = useQueryClient()
  const act = useAct({
    type: 'kindergartens.depart',
    name: child.enrolment_id,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/roster/{enrolment_id}/departure/acts', {
          params: { path: { kindergarten_id: kindergarten.id, enrolment_id: child.enrolment_id } },
          body: departure,
        }),
      ),
    onDone: (result) => {
      onDone(result)
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
