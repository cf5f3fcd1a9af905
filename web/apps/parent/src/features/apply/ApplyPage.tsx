/** The application, step by step; the step stands in the address, what is typed nowhere but sealed on this device. */
import type { AuthMe } from '@kezek/api'
import { page, SignedIn, Spinner } from '@kezek/ui'
import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'
import { type DraftForm, useDraft } from '../../shared/drafts/useDraft'
import { asForm, emptyForm, type Form, type Step, stepOf } from './form'
import { StartStep } from './StartStep'

export default function ApplyPage() {
  return <SignedIn>{(me) => <Apply me={me} />}</SignedIn>
}

export interface StepProps {
  me: AuthMe
  form: Form
  draft: DraftForm<Form>
  go: (step: Step) => void
}

/** What is read first is shown before anything else is fetched. */
const READ_MS = 3000

/** Each later step is a chunk of its own, fetched while the one before is read. */
const LATER = {
  applicant: () => import('./ApplicantStep'),
  child: () => import('./ChildStep'),
  check: () => import('./CheckStep'),
}
const SHOWN: Record<Step, ComponentType<StepProps>> = {
  start: StartStep,
  applicant: page(LATER.applicant),
  child: page(LATER.child),
  check: page(LATER.check),
}

function Apply({ me }: { me: AuthMe }) {
  const [district] = useDistrict()
  const [empty] = useState(() => emptyForm(me, district ?? ''))
  const draft = useDraft('apply', empty, asForm)
  const [params, setParams] = useSearchParams()
  const step = draft.value && stepOf(params.get('step'), draft.value)
  const begun = step !== undefined && step !== 'start'
  useEffect(() => {
    const later = setTimeout(fetchAhead, begun ? 0 : READ_MS)
    return () => clearTimeout(later)
  }, [begun])
  if (!draft.value || !step) return <Spinner />
  const Shown = SHOWN[step]
  const go = (next: Step) => {
    scrollTo(0, 0)
    setParams(next === 'start' ? {} : { step: next })
  }
  return (
    <Suspense fallback={<Spinner />}>
      <Shown key={step} me={me} form={draft.value} draft={draft} go={go} />
    </Suspense>
  )
}

/** What cannot be fetched now is asked for again when it is shown. */
function fetchAhead(): void {
  for (const load of Object.values(LATER)) load().catch(() => undefined)
}
