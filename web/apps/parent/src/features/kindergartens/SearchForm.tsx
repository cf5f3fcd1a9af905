import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Card, RadioGroup, TextField } from '@kezek/ui'

import { DistrictSelect } from '../../shared/DistrictSelect'
import { kindergartensTexts } from './texts'
import { OWNERSHIPS, type Search } from './useSearch'

interface SearchFormProps {
  search: Search
  onChange: (change: Partial<Search>) => void
}

/** The list follows what is chosen at once. */
export function SearchForm({ search, onChange }: SearchFormProps) {
  const t = useTexts(kindergartensTexts)
  const word = useTexts(kindergartenTexts)
  return (
    <Card marked>
      <DistrictSelect
        label={t('district')}
        none={t('allDistricts')}
        value={search.district}
        onChoose={(district) => onChange({ district })}
      />
      <RadioGroup
        legend={t('ownership')}
        value={search.ownership}
        choices={[{ value: 'all', label: t('all') }, ...OWNERSHIPS.map((value) => ({ value, label: word(value) }))]}
        onChange={(ownership) => onChange({ ownership })}
        pills
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        type="search"
        maxLength={100}
        value={search.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
    </Card>
  )
}
