import { LANGUAGE_NAMES, LANGUAGES, useTexts } from '@kezek/i18n'
import { Card, RadioGroup } from '@kezek/ui'

import { DraftField } from './DraftField'
import type { FieldsProps } from './fields'
import { accountRequestTexts } from './texts'

/** M1.20–M1.22. */
export function OwnerFields(props: FieldsProps) {
  const t = useTexts(accountRequestTexts)
  const { draft, onChange } = props
  return (
    <Card labelledBy="owner">
      <h2 id="owner">{t('owner')}</h2>
      <p>{t('ownerAbout')}</p>
      <DraftField {...props} name="iin" label={t('iin')} hint={t('iinHint')} inputMode="numeric" letters={16} />
      <DraftField
        {...props}
        name="ownerPhone"
        label={t('ownerPhone')}
        hint={t('ownerPhoneHint')}
        type="tel"
        letters={16}
      />
      <DraftField {...props} name="email" label={t('email')} hint={t('emailHint')} type="email" maxLength={254} />
      <RadioGroup
        legend={t('language')}
        value={draft.language}
        choices={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value].full}</span> }))}
        onChange={(language) => onChange({ language })}
        pills
      />
    </Card>
  )
}
