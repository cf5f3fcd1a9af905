import { plainIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Fold, FormBox, useForm } from '@kezek/ui'

import { DistrictSelect } from '../../shared/DistrictSelect'
import css from './Apply.module.css'
import type { StepProps } from './ApplyPage'
import { WhichChild } from './WhichChild'
import { languagesOf, OTHER } from './form'
import { NextOrCancel } from './NextOrCancel'
import { StepPage } from './StepPage'
import { applyTexts } from './texts'
import { Wishes } from './Wishes'

/** For which child, in which district, in which languages. */
export function ChildStep({ form, draft, go }: StepProps) {
  const t = useTexts(applyTexts)
  const wrong = useForm<'child' | 'other-iin' | 'district' | 'wish-1'>()
  const submit = () => {
    const checks = {
      child: form.child === '' && t('childMissing'),
      'other-iin': form.child === OTHER && !plainIin(form.otherIin) && t('childIinWrong'),
      district: form.district === '' && t('districtMissing'),
      'wish-1': languagesOf(form).length === 0 && t('wishMissing'),
    }
    if (wrong.check(checks)) go('check')
  }
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
        </Card>
        <Card>
          <Wishes
            wishes={form.wishes}
            error={wrong.errorOf('wish-1')}
            onChange={(wishes) => draft.change({ wishes })}
          />
        </Card>
        <Fold summary={t('notYet')}>
          <ul className={css.list}>
            <li>{t('notYetResident')}</li>
            <li>{t('notYetBenefit')}</li>
            <li>{t('notYetTwins')}</li>
          </ul>
        </Fold>
        <NextOrCancel draft={draft} />
      </FormBox>
    </StepPage>
  )
}
