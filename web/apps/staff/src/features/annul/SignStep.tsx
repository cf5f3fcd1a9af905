import { api, ApiError, type ReferralsVacancyPlacesView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, Notice, ProblemNotice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'

import type { Chosen } from './chosen'
import { annulTexts } from './texts'

interface SignProps {
  vacancy: ReferralsVacancyPlacesView
  chosen: Chosen
  language: string
  onBack: () => void
  onDone: () => void
}

export function SignStep({ vacancy, chosen, language, onBack, onDone }: SignProps) {
  const t = useTexts(annulTexts)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['published'] })
  const act = useAct({
    type: 'referrals.annul-places',
    name: `${vacancy.vacancy_id}.${JSON.stringify(chosen)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/vacancies/{vacancy_id}/annulments/acts', {
          params: { path: { vacancy_id: vacancy.vacancy_id } },
          body: { place_ids: [...chosen.places], reason: chosen.reason, remark: chosen.remark },
        }),
      ),
    onDone: () => {
      void refresh()
      onDone()
    },
  })
  useStatementIn(language, act)
  const refusal = act.state.at === 'over' && act.state.trouble instanceof ApiError ? act.state.trouble : null
  const again = () => {
    void refresh()
    onBack()
  }
  if (refusal?.is('places_not_free', 'act_outdated')) {
    return (
      <Card>
        <ProblemNotice error={refusal} />
        <Actions>
          <Button onClick={again}>{t('chooseAgain')}</Button>
        </Actions>
      </Card>
    )
  }
  const held = vacancy.places.filter(({ place_id, status }) => status === 'held' && chosen.places.includes(place_id))
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle', { n: chosen.places.length })}</h2>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          {t(held.length > 0 ? 'afterHeld' : 'afterFree', { n: held.length })}
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Actions>
          <Button kind="second" onClick={onBack}>
            {t('change')}
          </Button>
        </Actions>
      )}
    </Card>
  )
}
