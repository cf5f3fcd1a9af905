import type { KindergartensOwnership } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, RadioGroup } from '@kezek/ui'

import { DistrictSelect } from '../../shared/DistrictSelect'
import { DraftField } from './DraftField'
import { FIELDS, type FieldsProps } from './fields'
import { accountRequestTexts } from './texts'

const OWNERSHIPS: readonly KindergartensOwnership[] = ['state', 'private', 'mini_centre']

/** In the order of the manual's letter (M1.14–M1.19). */
export function KindergartenFields(props: FieldsProps) {
  const t = useTexts(accountRequestTexts)
  const { draft, onChange, errorOf } = props
  return (
    <Card labelledBy="kindergarten">
      <h2 id="kindergarten">{t('kindergarten')}</h2>
      <DistrictSelect
        id={FIELDS.district}
        label={t('district')}
        none={t('notChosen')}
        error={errorOf(FIELDS.district)}
        value={draft.district}
        onChoose={(district) => onChange({ district })}
      />
      <RadioGroup
        id={FIELDS.ownership}
        legend={t('ownership')}
        error={errorOf(FIELDS.ownership)}
        value={draft.ownership}
        choices={OWNERSHIPS.map((value) => ({ value, label: t(value) }))}
        onChange={(ownership) => onChange({ ownership })}
      />
      <DraftField {...props} name="nameKk" label={t('nameKk')} hint={t('nameKkHint')} lang="kk" />
      <DraftField {...props} name="nameRu" label={t('nameRu')} hint={t('nameRuHint')} lang="ru" />
      <DraftField {...props} name="addressKk" label={t('addressKk')} hint={t('addressKkHint')} lang="kk" />
      <DraftField {...props} name="addressRu" label={t('addressRu')} hint={t('addressRuHint')} lang="ru" />
      <DraftField {...props} name="phone" label={t('phone')} hint={t('phoneHint')} type="tel" letters={16} />
      <DraftField
        {...props}
        name="website"
        label={t('website')}
        hint={t('websiteHint')}
        inputMode="url"
        maxLength={200}
      />
    </Card>
  )
}
