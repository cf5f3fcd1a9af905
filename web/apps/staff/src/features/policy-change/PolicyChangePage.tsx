/** A policy is changed in three steps: the numbers, who would move, the signature (domain §9.policy). */
import type { AuthMe, QueuePoliciesView, QueuePolicyBody, QueuePolicyFormView } from '@kezek/api'
import { isoDay, momentOf } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Page, Steps } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { policiesQuery, policyFormQuery } from '../../shared/rules/queries'
import { rulesTexts } from '../../shared/rules/texts'
import { useUnsignedInAddress } from '../../shared/rules/unsigned'
import { FormStep } from './FormStep'
import { holdingOn, inAddress, numbersIn, type Typed, typedIn, wrongIn } from './numbers'
import { PreviewStep } from './PreviewStep'
import { SignStep } from './SignStep'
import { changePolicyTexts } from './texts'

const DAY_MS = 24 * 60 * 60_000
const STEPS = ['form', 'preview', 'sign'] as const
type StepName = (typeof STEPS)[number]

export default function PolicyChangePage() {
  const t = useTexts(changePolicyTexts)
  return <ForAdministrator title={t('title')}>{(me) => <Change me={me} />}</ForAdministrator>
}

function Change({ me }: { me: AuthMe }) {
  const t = useTexts(changePolicyTexts)
  const rules = useTexts(rulesTexts)
  const nameOf = useDistrictNames()
  const [params] = useSearchParams()
  const district = params.get('district') ?? ''
  const form = useQuery(policyFormQuery)
  const policies = useQuery(policiesQuery(district))
  return (
    <>
      <BackLink href={`/rules${district && `?district=${district}`}`}>{t('backToPolicy')}</BackLink>
      <Page title={t('title')} lead={district ? nameOf(district) : rules('whole')}>
        <Loaded query={form}>
          {(fields) => (
            <Loaded query={policies}>
              {(known) => <Way me={me} district={district} form={fields} policies={known} />}
            </Loaded>
          )}
        </Loaded>
      </Page>
    </>
  )
}

interface WayProps {
  me: AuthMe
  district: string
  form: QueuePolicyFormView
  policies: QueuePoliciesView
}

function Way({ me, district, form, policies }: WayProps) {
  const t = useTexts(changePolicyTexts)
  const [params, setParams] = useSearchParams()
  const [tomorrow] = useState(() => isoDay(momentOf(new Date(Date.now() + DAY_MS))))
  const from = params.get('from') ?? tomorrow
  const before = holdingOn(from, policies)
  const typed = typedIn(params, form, before)
  const changes = inAddress(typed, form, before)
  const draft = `policy.${district || 'region'}`
  const ready = Object.keys(wrongIn(form, typed)).length === 0 && Object.keys(changes).length > 0
  const step: StepName = ready ? (STEPS.find((each) => each === params.get('step')) ?? 'form') : 'form'
  const go = (next: StepName, changed: Typed = typed, day = from, replace = false) => {
    if (!replace) scrollTo(0, 0)
    setParams(
      {
        ...(district && { district }),
        from: day,
        ...inAddress(changed, form, before),
        ...(next !== 'form' && { step: next }),
      },
      { replace },
    )
  }
  const changed = Object.keys(changes).length > 0 ? { from, ...changes } : null
  useUnsignedInAddress(draft, changed, (kept) =>
    setParams({ ...(district && { district }), ...kept }, { replace: true }),
  )
  const body: QueuePolicyBody = { district: district || null, in_force_from: from, numbers: numbersIn(form, typed) }
  return (
    <>
      <Steps names={[t('stepForm'), t('stepPreview'), t('stepSign')]} current={STEPS.indexOf(step)} />
      {step === 'form' && (
        <FormStep
          form={form}
          before={before}
          typed={typed}
          from={from}
          onType={(changed, day) => go('form', changed, day, true)}
          onNext={() => go('preview')}
        />
      )}
      {step === 'preview' && (
        <PreviewStep form={form} body={body} onBack={() => go('form')} onNext={() => go('sign')} />
      )}
      {step === 'sign' && <SignStep me={me} body={body} draft={draft} changed={changes} onBack={() => go('form')} />}
    </>
  )
}
