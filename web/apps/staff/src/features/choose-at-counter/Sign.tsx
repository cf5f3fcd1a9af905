import { api, type ReferralsChosen, type ReferralsCounterChoiceBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { isNoWayHere } from '@kezek/place-choice'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Button, Card, Notice, ProblemNotice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'

import { chooseAtCounterTexts } from './texts'

interface SignProps {
  application: string
  body: ReferralsCounterChoiceBody
  language: string
  onBack: () => void
  onDone: (chosen: ReferralsChosen) => void
}

export function Sign({ application, body, language, onBack, onDone }: SignProps) {
  const t = useTexts(chooseAtCounterTexts)
  const client = useQueryClient()
  const act = useAct({
    type: 'referrals.choose-at-counter',
    // what was received before a reload is taken up; with another scan it is another document
    name: [application, body.place_id, ...body.twins.flatMap((twin) => [twin.application_id, twin.place_id])].join('.'),
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/counter/applications/{application_id}/choices/acts', {
          params: { path: { application_id: application } },
          body,
        }),
      ),
    onDone: (chosen) => {
      onDone(chosen)
      for (const service of ['applications', 'counter']) void client.invalidateQueries({ queryKey: [service] })
    },
  })
  useStatementIn(language, act)
  const trouble = act.state.at === 'over' ? act.state.trouble : null
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      {isNoWayHere(trouble) ? (
        <ProblemNotice error={trouble} />
      ) : (
        <SignPanel act={act} label={t('sign')}>
          <Notice kind="info" title={t('after')}>
            <p>{t('afterText')}</p>
          </Notice>
        </SignPanel>
      )}
      {act.state.at !== 'done' && (
        <Button kind="second" onClick={onBack}>
          {t('change')}
        </Button>
      )}
    </Card>
  )
}
