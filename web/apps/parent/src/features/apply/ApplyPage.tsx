/** The application, step by step; the step stands in the address, what is typed nowhere but sealed on this device. */
import type { AuthMe } from '@kezek/api'
import { SignedIn, Spinner } from '@kezek/ui'
import { useState } from 'react'
import { useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'
import { type DraftForm, useDraft } from '../../shared/drafts/useDraft'
import { ApplicantStep } from './ApplicantStep'
import { CheckStep } from './CheckStep'
import { ChildStep } from './ChildStep'
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

const SHOWN: Record<Step, (props: StepProps) => React.ReactNode> = {
  start: StartStep,
  applicant: ApplicantStep,
  child: ChildStep,
  check: CheckStep,
}

function Apply({ me }: { me: AuthMe }) {
  const [district] = useDistrict()
  const [empty] = useState(() => emptyForm(me, district ?? ''))
  const draft = useDraft('apply', empty, asForm)
  const [params, setParams] = useSearchParams()
  if (!draft.value) return <Spinner />
  const step = stepOf(params.get('step'), draft.value)
  const Shown = SHOWN[step]
  const go = (next: Step) => {
    scrollTo(0, 0)
    setParams(next === 'start' ? {} : { step: next })
  }
  return <Shown key={step} me={me} form={draft.value} draft={draft} go={go} />
}
