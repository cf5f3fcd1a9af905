/** Approve, or decline and say why; then the signature. Who has approved may still decline until the other one has, too. */
import { api, type KindergartensSwapView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button, Card, FormBox, Notice, RadioGroup, TextArea, useForm } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import type { Outcome } from './SwapPage'
import { swapsTexts } from './texts'

type Decision = 'approve' | 'decline'

/** The remark is what both families read; nothing where one approves. */
interface Chosen {
  decision: Decision
  remark: string
}

interface DecideProps extends Work {
  swap: KindergartensSwapView
  onDone: (outcome: Outcome) => void
}

export function Decide(props: DecideProps) {
  const t = useTexts(swapsTexts)
  const [chosen, choose] = useState<Chosen | null>(null)
  const [signing, sign] = useState(false)
  const choices: readonly Decision[] = props.swap.leaves.approved_at === null ? ['approve', 'decline'] : ['decline']
  const back = () => sign(false)
  return (
    <Card labelledBy="decide" marked="act">
      <h2 id="decide">{t('decide')}</h2>
      {!signing || chosen === null ? (
        <Choose
          choices={choices}
          first={chosen}
          onChosen={(next) => {
            choose(next)
            sign(true)
          }}
        />
      ) : chosen.decision === 'approve' ? (
        <Approve {...props} onBack={back} />
      ) : (
        <Decline {...props} remark={chosen.remark} onBack={back} />
      )}
    </Card>
  )
}

interface ChooseProps {
  choices: readonly Decision[]
  /** What was chosen before. */
  first: Chosen | null
  onChosen: (chosen: Chosen) => void
}

function Choose({ choices, first, onChosen }: ChooseProps) {
  const t = useTexts(swapsTexts)
  const form = useForm<'decision' | 'remark'>()
  const [decision, setDecision] = useState<Decision | null>(first?.decision ?? null)
  const [remark, setRemark] = useState(first?.remark ?? '')
  const next = () => {
    const good = form.check({
      decision: decision === null && t('chooseDecision'),
      remark: decision === 'decline' && remark.trim() === '' && t('writeWhy'),
    })
    if (good && decision !== null) onChosen({ decision, remark: remark.trim() })
  }
  return (
    <FormBox onSubmit={next}>
      {form.summary}
      <RadioGroup
        id="decision"
        legend={t('decide')}
        error={form.errorOf('decision')}
        value={decision}
        onChange={setDecision}
        choices={choices.map((value) => ({ value, label: t(`choose_${value}`), hint: t(`choose_${value}_hint`) }))}
      />
      {decision === 'decline' && (
        <TextArea
          id="remark"
          label={t('why')}
          hint={t('whyHint')}
          error={form.errorOf('remark')}
          maxLength={1000}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
      )}
      <Actions>
        <Button type="submit">{t('next')}</Button>
      </Actions>
    </FormBox>
  )
}

interface SignProps extends DecideProps {
  onBack: () => void
}

function Approve({ me, kindergarten, swap: { swap_id }, onDone, onBack }: SignProps) {
  const refresh = useRefresh()
  const path = { kindergarten_id: kindergarten.id, swap_id }
  const act = useAct({
    type: 'kindergartens.approve-swap',
    name: `${kindergarten.id}.${swap_id}`,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/swaps/{swap_id}/approval/acts', {
          params: { path },
        }),
      ),
    onDone: ({ done }) => {
      onDone(done ? 'swapped' : 'approved')
      refresh()
    },
  })
  useStatementIn(me.language, act)
  return <Panel act={act} decision="approve" onBack={onBack} />
}

function Decline({ me, kindergarten, swap: { swap_id }, remark, onDone, onBack }: SignProps & { remark: string }) {
  const refresh = useRefresh()
  const path = { kindergarten_id: kindergarten.id, swap_id }
  const act = useAct({
    type: 'kindergartens.decline-swap',
    name: `${kindergarten.id}.${swap_id}`,
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/swaps/{swap_id}/refusal/acts', {
          params: { path },
          body: { remark },
        }),
      ),
    onDone: () => {
      onDone('declined')
      refresh()
    },
  })
  useStatementIn(me.language, act)
  return <Panel act={act} decision="decline" onBack={onBack} />
}

function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: ['kindergartens'] })
}

interface PanelProps {
  act: Parameters<typeof SignPanel>[0]['act']
  decision: Decision
  onBack: () => void
}

function Panel({ act, decision, onBack }: PanelProps) {
  const t = useTexts(swapsTexts)
  return (
    <>
      <h3>{t('signTitle')}</h3>
      <SignPanel act={act} label={t(`sign_${decision}`)} ofKindergarten>
        <Notice kind="info" title={t('after')} />
      </SignPanel>
      <Actions>
        <Button kind="second" onClick={onBack}>
          {t('change')}
        </Button>
      </Actions>
    </>
  )
}
