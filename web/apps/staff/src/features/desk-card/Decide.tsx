/** The decision: what, why, and the signature. Of two officers the first decides, the second is told so. */
import {
  api,
  ApiError,
  type ApplicationsClaimReason,
  type ApplicationsClaimVerdict,
  type ApplicationsClaimView,
  unwrap,
} from '@kezek/api'
import { claimTexts, useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import {
  Actions,
  Button,
  FormBox,
  Notice,
  ProblemNotice,
  type Choice,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
  useForm,
} from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { REASONS, useProofMonths } from '../../shared/officer/claims'
import { deskCardTexts } from './texts'

interface Verdict {
  outcome: ApplicationsClaimVerdict
  reason: ApplicationsClaimReason | null
  remark: string
  valid_until: string | null
}

interface DecideProps {
  claim: ApplicationsClaimView
  language: string
}

export function Decide({ claim, language }: DecideProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  return verdict === null ? (
    <Choose claim={claim} onChosen={setVerdict} />
  ) : (
    <Sign claim={claim} verdict={verdict} language={language} onBack={() => setVerdict(null)} />
  )
}

type Draft = Omit<Verdict, 'outcome'> & { outcome: ApplicationsClaimVerdict | null }

function Choose({ claim, onChosen }: { claim: ApplicationsClaimView; onChosen: (verdict: Verdict) => void }) {
  const t = useTexts(deskCardTexts)
  const form = useForm<'outcome' | 'reason' | 'remark' | 'valid_until'>()
  const [draft, setDraft] = useState<Draft>({ outcome: null, reason: null, remark: '', valid_until: null })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { outcome, reason, remark, valid_until: until } = draft
  const months = useProofMonths(claim.benefit)
  const ends = claim.kind === 'benefit' && months !== null
  const why = <Why claim={claim} draft={draft} change={change} errorOf={form.errorOf} />
  const next = () => {
    const explained = outcome === 'confirm' || reason !== null
    const good = form.check({
      outcome: outcome === null && t('chooseOutcome'),
      reason: outcome !== null && !explained && t('chooseReason'),
      valid_until: outcome === 'confirm' && ends && until === null && t('proofUntilMissing'),
      remark: outcome !== 'confirm' && reason === 'other' && remark.trim() === '' && t('writeRemark'),
    })
    if (!good || outcome === null) return
    onChosen(
      outcome === 'confirm'
        ? { ...draft, outcome, reason: null, remark: '' }
        : { ...draft, outcome, valid_until: null },
    )
  }
  // a family that was asked for a better copy is waited for, or rejected when none comes
  const decisions: readonly Choice<ApplicationsClaimVerdict>[] = [
    {
      value: 'confirm',
      label: t('confirm'),
      hint: t('confirmHint'),
      inside: claim.kind === 'benefit' && (
        <Until draft={draft} change={change} months={months} error={form.errorOf('valid_until')} />
      ),
    },
    { value: 'ask_better_copy', label: t('ask'), hint: t('askHint'), inside: why },
  ]
  return (
    <FormBox onSubmit={next}>
      {form.summary}
      <RadioGroup
        id="outcome"
        legend={t('decision')}
        error={form.errorOf('outcome')}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
        choices={[
          ...(claim.state === 'better_copy_asked' ? [] : decisions),
          { value: 'reject', label: t('reject'), hint: t('rejectHint'), inside: why },
        ]}
      />
      <Actions>
        <Button type="submit">{t('next')}</Button>
      </Actions>
    </FormBox>
  )
}

interface PartProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
}

interface UntilProps extends PartProps {
  months: number | null
  error: string | undefined
}

/** The last day of the proof: it must be said of what the list gives an end, and may be of what the paper does. */
function Until({ draft, change, months, error }: UntilProps) {
  const t = useTexts(deskCardTexts)
  return (
    <TextField
      id="valid_until"
      type="date"
      letters={16}
      label={t('proofUntil')}
      hint={months === null ? t('proofUntilHint') : t('proofUntilNeeded', { n: months })}
      error={error}
      value={draft.valid_until ?? ''}
      onChange={({ target }) => change({ valid_until: target.value || null })}
    />
  )
}

interface WhyProps extends PartProps {
  claim: ApplicationsClaimView
  errorOf: (field: 'reason' | 'remark') => string | undefined
}

function Why({ claim, draft, change, errorOf }: WhyProps) {
  const t = useTexts(deskCardTexts)
  const claims = useTexts(claimTexts)
  return (
    <Stack>
      <RadioGroup
        id="reason"
        legend={t('why')}
        error={errorOf('reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        choices={REASONS[claim.kind].map((value) => ({ value, label: claims(`reason_${value}`) }))}
      />
      <TextArea
        id="remark"
        label={t('remark')}
        hint={t('remarkHint')}
        error={errorOf('remark')}
        maxLength={500}
        value={draft.remark}
        onChange={({ target }) => change({ remark: target.value })}
      />
    </Stack>
  )
}

interface SignProps extends DecideProps {
  verdict: Verdict
  onBack: () => void
}

function Sign({ claim, verdict, language, onBack }: SignProps) {
  const t = useTexts(deskCardTexts)
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['applications', 'desk'] })
  const act = useAct({
    type: 'applications.decide-claim',
    name: `${claim.claim_id}.${JSON.stringify(verdict)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/applications/desk/claims/{claim_id}/decision/acts', {
          params: { path: { claim_id: claim.claim_id } },
          body: { ...verdict, remark: verdict.remark.trim() },
        }),
      ),
    onDone: refresh,
  })
  useStatementIn(language, act)
  const refusal = act.state.at === 'over' && act.state.trouble instanceof ApiError ? act.state.trouble : null
  if (refusal?.is('claim_decided')) return <Late error={refusal} onSeen={refresh} />
  return (
    <>
      <h3>{t('signTitle')}</h3>
      <SignPanel act={act} label={t('sign')}>
        <Notice kind="info" title={t('after')}>
          <p>{t(`after_${verdict.outcome}`)}</p>
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

/** Another officer was first. */
function Late({ error, onSeen }: { error: ApiError; onSeen: () => void }) {
  const t = useTexts(deskCardTexts)
  return (
    <>
      <ProblemNotice error={error} />
      <Button onClick={onSeen}>{t('seeDecision')}</Button>
    </>
  )
}
