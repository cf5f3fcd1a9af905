/** The application, step by step; the step stands in the address, what is typed nowhere but sealed on this device. */
import type { AuthMe } from '@kezek/api'
import { formTexts } from '@kezek/application-form'
import { currentLanguage } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { page, SignedIn, Spinner } from '@kezek/ui'
import { filesTexts } from '@kezek/ui/files'
import { type ComponentType, Suspense, useState } from 'react'
import { useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'
import { type DraftForm, useDraft } from '../../shared/drafts/useDraft'
import { useFetchAhead } from '../../shared/fetchAhead'
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

/** Each later step is a chunk of its own, with its texts, fetched while the one before is read. */
const LATER = {
  applicant: () => import('./ApplicantStep'),
  child: () => import('./ChildStep'),
  check: () => import('./CheckStep'),
}
const AHEAD = [
  ...Object.values(LATER),
  ...[formTexts, filesTexts, signingTexts].map((each) => () => each.load(currentLanguage())),
]
const SHOWN: Record<Step, ComponentType<StepProps>> = {
  start: StartStep,
  applicant: page(LATER.applicant),
  child: page(LATER.child, formTexts, filesTexts),
  check: page(LATER.check, formTexts, filesTexts, signingTexts),
}

function Apply({ me }: { me: AuthMe }) {
  const [district] = useDistrict()
  const [empty] = useState(() => emptyForm(me, district ?? ''))
  const draft = useDraft('apply', empty, asForm)
  const [params, setParams] = useSearchParams()
  const step = draft.value && stepOf(params.get('step'), draft.value)
  const begun = step !== undefined && step !== 'start'
  useFetchAhead(AHEAD, begun)
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
