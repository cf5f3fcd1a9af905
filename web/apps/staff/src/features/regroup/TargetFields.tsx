import type { KindergartensTargetGroupBody } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Select } from '@kezek/ui'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { yearsOfGroups } from '../../shared/vacancies/years'
import { regroupTexts } from './texts'

interface TargetProps {
  value: KindergartensTargetGroupBody
  onChange: (group: KindergartensTargetGroupBody) => void
  error: string | undefined
}

/** The other group: what of it differs is changed. */
export function TargetFields({ value, onChange, error }: TargetProps) {
  const t = useTexts(regroupTexts)
  const shared = useTexts(rosterSharedTexts)
  const word = useTexts(kindergartenTexts)
  return (
    <>
      <h2>{t('to')}</h2>
      <Select
        id="to"
        label={shared('year')}
        error={error}
        value={String(value.group_year)}
        onChange={({ target }) => onChange({ ...value, group_year: Number(target.value) })}
      >
        {yearsOfGroups().map(({ value: year, label }) => (
          <option key={year} value={year}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        label={shared('language')}
        value={value.language}
        onChange={({ target }) =>
          onChange({ ...value, language: target.value as KindergartensTargetGroupBody['language'] })
        }
      >
        {(['kk', 'ru', 'en'] as const).map((each) => (
          <option key={each} value={each}>
            {word(`in_${each}`)}
          </option>
        ))}
      </Select>
      <Select
        label={shared('kind')}
        value={value.kind}
        onChange={({ target }) => onChange({ ...value, kind: target.value as KindergartensTargetGroupBody['kind'] })}
      >
        {(['general', 'correctional'] as const).map((each) => (
          <option key={each} value={each}>
            {word(each)}
          </option>
        ))}
      </Select>
    </>
  )
}
