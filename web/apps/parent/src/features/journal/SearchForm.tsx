import { useTexts } from '@kezek/i18n'
import { Card, Select, TextField } from '@kezek/ui'

import type { Application } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import type { Sought } from './sought'
import { journalTexts } from './texts'

interface SearchFormProps {
  applications: readonly Application[]
  sought: Sought
  onChange: (part: Partial<Sought>) => void
}

/** The list follows what is typed and chosen at once; only states that are there are offered. */
export function SearchForm({ applications, sought, onChange }: SearchFormProps) {
  const t = useTexts(journalTexts)
  const words = useTexts(applicationTexts)
  const states = [...new Set(applications.map(({ state }) => state.code))]
  return (
    <Card marked>
      <TextField
        type="search"
        label={t('search')}
        hint={t('searchHint')}
        maxLength={100}
        value={sought.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <Select label={words('state')} value={sought.state} onChange={({ target }) => onChange({ state: target.value })}>
        <option value="">{t('anyState')}</option>
        {states.map((code) => (
          <option key={code} value={code}>
            {words(`state_${code}`)}
          </option>
        ))}
      </Select>
    </Card>
  )
}
