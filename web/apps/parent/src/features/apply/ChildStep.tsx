import {
  Benefit,
  checksOf,
  type FormField,
  formQuery,
  formTexts,
  Needs,
  Papers,
  Settlement,
  Twins,
  Wishes,
} from '@kezek/application-form'
import { plainIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, FormBox, useForm } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { applicationTexts } from '../../shared/applications/texts'
import { DistrictSelect } from '../../shared/DistrictSelect'
import type { StepProps } from './ApplyPage'
import { isOwn, OTHER } from './form'
import { NextOrCancel } from './NextOrCancel'
import { StepPage } from './StepPage'
import { applyTexts } from './texts'
import { WhichChild } from './WhichChild'

/** For which child, in which district, in which languages; and what only some families have. */
export default function ChildStep({ form, draft, go }: StepProps) {
  const t = useTexts(applyTexts)
  const say = useTexts(formTexts)
  const words = useTexts(applicationTexts)
  const { data } = useQuery(formQuery(form.district))
  const wrong = useForm<'child' | 'other-iin' | 'district' | FormField>()
  const own = isOwn(form)
  const submit = () => {
    const good = wrong.check({
      child: form.child === '' && t('childMissing'),
      'other-iin': form.child === OTHER && !plainIin(form.otherIin) && t('childIinWrong'),
      district: form.district === '' && t('districtMissing'),
      ...checksOf(form, own, data?.benefit_proved_at_call ?? false, say),
    })
    if (good) go('check')
  }
  const part = { asked: form, change: draft.change, errorOf: wrong.errorOf, own, district: form.district }
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
          <Settlement {...part} />
        </Card>
        <Card>
          <Wishes
            wishes={form.wishes}
            error={wrong.errorOf('wish-1')}
            nameOf={(language) => words(`language_${language}`)}
            onChange={(wishes) => draft.change({ wishes })}
          />
        </Card>
        <Papers {...part} />
        <Benefit {...part} />
        <Twins {...part} />
        <Needs {...part} />
        <NextOrCancel draft={draft} />
      </FormBox>
    </StepPage>
  )
}
