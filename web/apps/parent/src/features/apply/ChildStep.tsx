import { plainIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, FormBox, TextField, useForm } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { DistrictSelect } from '../../shared/DistrictSelect'
import type { StepProps } from './ApplyPage'
import { Benefit, Needs, Papers, Twins } from './Branches'
import { filled, type Form, isTyped, languagesOf, OTHER, type Papers as Group, papersMissing, twinIins } from './form'
import { NextOrCancel } from './NextOrCancel'
import { formQuery } from './queries'
import { StepPage } from './StepPage'
import { applyTexts } from './texts'
import { WhichChild } from './WhichChild'
import { Wishes } from './Wishes'

export type Field =
  | ('child' | 'other-iin' | 'district' | 'wish-1' | 'surname' | 'given-name' | 'born')
  | ('benefit' | 'twin-1' | 'needs' | `scans-${Group}`)

export interface BranchProps {
  form: Form
  change: (part: Partial<Form>) => void
  errorOf: (field: Field) => string | undefined
}

/** For which child, in which district, in which languages; and what only some families have. */
export function ChildStep({ form, draft, go }: StepProps) {
  const t = useTexts(applyTexts)
  const { data } = useQuery(formQuery(form.district))
  const wrong = useForm<Field>()
  const submit = () => {
    if (wrong.check(checksOf(form, t, data?.benefit_proved_at_call ?? false))) go('check')
  }
  const branch = { form, change: draft.change, errorOf: wrong.errorOf }
  return (
    <StepPage step="child" title={t('childTitle')} draft={draft}>
      {wrong.summary}
      <FormBox onSubmit={submit}>
        <Card>
          <WhichChild form={form} change={draft.change} errorOf={wrong.errorOf} />
        </Card>
        <Card>
          <DistrictSelect
            id="district"
            label={t('district')}
            hint={t('districtHint')}
            error={wrong.errorOf('district')}
            none={t('districtNone')}
            value={form.district}
            onChoose={(district) => draft.change({ district })}
          />
          <TextField
            id="settlement"
            label={t('settlement')}
            hint={t('settlementHint')}
            maxLength={100}
            value={form.settlement}
            onChange={({ target }) => draft.change({ settlement: target.value })}
          />
        </Card>
        <Card>
          <Wishes
            wishes={form.wishes}
            error={wrong.errorOf('wish-1')}
            onChange={(wishes) => draft.change({ wishes })}
          />
        </Card>
        <Papers {...branch} />
        <Benefit {...branch} />
        <Twins {...branch} />
        <Needs {...branch} />
        <NextOrCancel draft={draft} />
      </FormBox>
    </StepPage>
  )
}

const SCANS = {
  registration: 'nonResidentScans',
  representation: 'representativeScans',
  benefit: 'benefitScans',
  needs: 'needsScans',
} as const

type T = ReturnType<typeof useTexts<NonNullable<typeof applyTexts.base>>>

function checksOf(form: Form, t: T, proofLater: boolean) {
  const typed = isTyped(form)
  const missing = papersMissing(form, proofLater)
  const scans = Object.fromEntries(
    missing.map((group) => [`scans-${group}`, t('scansMissing', { what: t(SCANS[group]) })]),
  )
  return {
    child: form.child === '' && t('childMissing'),
    'other-iin': form.child === OTHER && !plainIin(form.otherIin) && t('childIinWrong'),
    district: form.district === '' && t('districtMissing'),
    'wish-1': languagesOf(form).length === 0 && t('wishMissing'),
    surname: typed && form.surname.trim() === '' && t('surnameMissing'),
    'given-name': typed && form.givenName.trim() === '' && t('givenNameMissing'),
    born: typed && form.born === '' && t('bornMissing'),
    benefit: form.hasBenefit && form.benefit === '' && t('benefitMissing'),
    'twin-1': form.hasTwins && twinsWrong(form) && t('twinWrong'),
    needs: form.hasNeeds && form.needs === '' && t('needsMissing'),
    ...scans,
  }
}

function twinsWrong(form: Form): boolean {
  const written = filled(form.twins)
  return written.length === 0 || twinIins(form).length !== written.length
}
