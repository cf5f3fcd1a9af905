/** The decision: uphold or overrule, why, and the signature. Of two officers the first decides, the second is told so. */
import { api, ApiError, type ReferralsOpenedRefusalView, type ReferralsRefusalDecisionBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Button, Card, Notice, ProblemNotice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { ExplainedForm } from '../../shared/explained/ExplainedForm'
import { refusalPageTexts } from './texts'

interface DecideProps {
  opened: ReferralsOpenedRefusalView
  language: string
}

/** With the answers that stand on the page: of others nothing is decided. */
type Decision = Required<ReferralsRefusalDecisionBody>
type Chosen = Omit<Decision, 'answers'>
type Outcome = Decision['outcome']

const OUTCOMES: readonly Outcome[] = ['overruled', 'upheld']

export function Decide({ opened, language }: DecideProps) {
  const t = useTexts(refusalPageTexts)
  const [chosen, setChosen] = useState<Decision | null>(null)
  // of what was said until now: what the family answers afterwards is decided anew
  const answers = opened.refusal.answers.map(({ id }) => id)
  const fresh = chosen !== null && chosen.answers.join() === answers.join()
  return (
    <Card labelledBy="decide" marked="act">
      <h2 id="decide">{t('decide')}</h2>
      {chosen !== null && !fresh && <Notice title={t('answeredMeanwhile')}>{t('answeredMeanwhileMore')}</Notice>}
      {fresh ? (
        <Sign opened={opened} decision={chosen} language={language} onBack={() => setChosen(null)} />
      ) : (
        <Choose first={chosen} onChosen={(decision) => setChosen({ ...decision, answers })} />
      )}
    </Card>
  )
}

interface ChooseProps {
  /** What was chosen before. */
  first: Chosen | null
  onChosen: (decision: Chosen) => void
}

function Choose({ first, onChosen }: ChooseProps) {
  const t = useTexts(refusalPageTexts)
  return (
    <ExplainedForm
      first={first && { way: first.outcome, words: first.words }}
      choices={OUTCOMES.map((value) => ({ value, label: t(`choose_${value}`), hint: t(`follows_${value}`) }))}
      said={{
        way: t('decision'),
        wayMissing: t('chooseOutcome'),
        words: t('why'),
        wordsHint: t('whyHint'),
        wordsMissing: t('writeWords'),
      }}
      next={t('next')}
      onSaid={({ way: outcome, words }) => onChosen({ outcome, words })}
    />
  )
}

interface SignProps extends DecideProps {
  decision: Decision
  onBack: () => void
}

function Sign({ opened: { referral_id }, decision, language, onBack }: SignProps) {
  const t = useTexts(refusalPageTexts)
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['refusals'] })
  const act = useAct({
    type: 'referrals.decide-refusal',
    name: `${referral_id}.${JSON.stringify(decision)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/refusals/{referral_id}/decision/acts', {
          params: { path: { referral_id } },
          body: decision,
        }),
      ),
    onDone: refresh,
  })
  useStatementIn(language, act)
  const trouble = act.state.at === 'over' && act.state.trouble instanceof ApiError ? act.state.trouble : null
  const answered = trouble?.is('family_has_answered') === true
  if (trouble !== null && (answered || trouble.is('no_refusal_under_review')))
    return (
      <>
        <ProblemNotice error={trouble} />
        <Button onClick={refresh}>{t(answered ? 'seeAnswer' : 'seeDecision')}</Button>
      </>
    )
  return (
    <>
      <h3>{t('signTitle')}</h3>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          <p>{t(`follows_${decision.outcome}`)}</p>
          <p>{t('told')}</p>
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Button kind="second" onClick={onBack}>
          {t('change')}
        </Button>
      )}
    </>
  )
}
