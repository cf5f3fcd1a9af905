/** Accept the child, or return the papers and say why; then the signature. */
import { api, type ReferralsOpenedAdmissionView, type ReferralsPapersFlaw, unwrap } from '@kezek/api'
import { admissionTexts, useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, LinkButton, Notice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { ExplainedForm } from '../../shared/explained/ExplainedForm'
import { admissionDeskTexts } from './texts'

/** What came of the worker's own signature. */
export type Outcome = 'accepted' | 'returned'

interface DecideProps {
  opened: ReferralsOpenedAdmissionView
  language: string
  onDone: (outcome: Outcome) => void
}

interface Why {
  flaw: ReferralsPapersFlaw
  words: string
}

const FLAWS: readonly ReferralsPapersFlaw[] = ['unreadable', 'incomplete', 'out_of_date', 'data_differ', 'other']

type Way = 'accept' | 'return' | Why | null

export function Decide(props: DecideProps) {
  const t = useTexts(admissionDeskTexts)
  const [way, setWay] = useState<Way>(null)
  const [why, setWhy] = useState<Why | null>(null)
  const { may_accept: mayAccept, may_return: mayReturn } = props.opened
  return (
    <Card labelledBy="decide" marked="act">
      <h2 id="decide">{t('decide')}</h2>
      {way === null && (
        <>
          <Actions>
            {mayAccept && <Button onClick={() => setWay('accept')}>{t('accept')}</Button>}
            {mayReturn && (
              <Button kind="second" onClick={() => setWay('return')}>
                {t('return')}
              </Button>
            )}
          </Actions>
          <p>{t('refuseElsewhere')}</p>
          <LinkButton href="/workroom" kind="second">
            {t('workroom')}
          </LinkButton>
        </>
      )}
      {way === 'accept' && <Accept {...props} onBack={() => setWay(null)} />}
      {way === 'return' && (
        <Choose
          first={why}
          onBack={() => setWay(null)}
          onChosen={(chosen) => {
            setWhy(chosen)
            setWay(chosen)
          }}
        />
      )}
      {typeof way === 'object' && way !== null && <Return {...props} why={way} onBack={() => setWay('return')} />}
    </Card>
  )
}

function Choose({ first, onBack, onChosen }: { first: Why | null; onBack: () => void; onChosen: (why: Why) => void }) {
  const t = useTexts(admissionDeskTexts)
  const words = useTexts(admissionTexts)
  return (
    <ExplainedForm
      first={first && { way: first.flaw, words: first.words }}
      choices={FLAWS.map((value) => ({ value, label: words(`flaw_${value}`) }))}
      said={{
        way: words('reason'),
        wayMissing: t('chooseReason'),
        words: t('words'),
        wordsHint: t('wordsHint'),
        wordsMissing: t('writeWords'),
      }}
      next={t('toSign')}
      onSaid={({ way: flaw, words: said }) => onChosen({ flaw, words: said })}
    >
      <Button kind="second" onClick={onBack}>
        {t('cancel')}
      </Button>
    </ExplainedForm>
  )
}

interface SignProps extends DecideProps {
  onBack: () => void
}

function Accept({ opened: { referral_id, submissions }, language, onDone, onBack }: SignProps) {
  const refresh = useRefresh()
  const act = useAct({
    type: 'referrals.accept',
    name: `${referral_id}.${submissions.at(-1)?.id ?? ''}`,
    prepare: () =>
      unwrap(api.POST('/api/referrals/referrals/{referral_id}/acceptance/acts', { params: { path: { referral_id } } })),
    onDone: () => {
      onDone('accepted')
      refresh()
    },
  })
  useStatementIn(language, act)
  return <Panel act={act} way="accept" onBack={onBack} />
}

function Return({ opened: { referral_id, submissions }, why, language, onDone, onBack }: SignProps & { why: Why }) {
  const refresh = useRefresh()
  const act = useAct({
    type: 'referrals.return-papers',
    name: `${referral_id}.${submissions.at(-1)?.id ?? ''}.${JSON.stringify(why)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/referrals/{referral_id}/papers/return/acts', {
          params: { path: { referral_id } },
          body: why,
        }),
      ),
    onDone: () => {
      onDone('returned')
      refresh()
    },
  })
  useStatementIn(language, act)
  return <Panel act={act} way="return" onBack={onBack} />
}

function useRefresh(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['admissions'] })
    void client.invalidateQueries({ queryKey: ['kindergartens', 'roster'] })
  }
}

interface PanelProps {
  act: Parameters<typeof SignPanel>[0]['act']
  way: 'accept' | 'return'
  onBack: () => void
}

function Panel({ act, way, onBack }: PanelProps) {
  const t = useTexts(admissionDeskTexts)
  return (
    <>
      <h3>{t('signTitle')}</h3>
      <SignPanel act={act} label={t(`sign_${way}`)} ofKindergarten>
        <Notice kind="info" title={t('after')}>
          <p>{t(`after_${way}`)}</p>
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Button kind="second" onClick={onBack}>
          {t('cancel')}
        </Button>
      )}
    </>
  )
}
