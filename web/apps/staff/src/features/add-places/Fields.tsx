import { api, unwrap } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { ProblemNotice, RadioGroup, Select, TextField } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { KINDS, LANGUAGES, type Offer, type Typed } from './offer'
import { addTexts } from './texts'

interface FieldsProps {
  district: string
  typed: Typed
  onType: (typed: Typed) => void
  errorOf: (field: keyof Offer) => string | undefined
}

/** M1's fields in its order, and the kind of the group besides. */
export function Fields({ district, typed, onType, errorOf }: FieldsProps) {
  const t = useTexts(addTexts)
  const word = useTexts(kindergartenTexts)
  const choose = (field: keyof Offer) => ({
    id: field,
    error: errorOf(field),
    value: typed[field],
    onChange: ({ target }: { target: { value: string } }) => onType({ ...typed, [field]: target.value }),
  })
  return (
    <>
      <Select label={t('language')} {...choose('language')}>
        <option value="">{t('choose')}</option>
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {word(`in_${each}`)}
          </option>
        ))}
      </Select>
      <YearSelect district={district} {...choose('group_year')} />
      <RadioGroup
        id="kind"
        legend={t('kind')}
        error={errorOf('kind')}
        value={typed.kind}
        choices={KINDS.map((each) => ({ value: each, label: word(each) }))}
        onChange={(kind) => onType({ ...typed, kind })}
      />
      <TextField label={t('places')} inputMode="numeric" maxLength={3} letters={6} {...choose('places')} />
    </>
  )
}

const yearsQuery = (district: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'group-years', district],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/kindergartens/group-years', { params: { query: { district } }, signal }))).items,
    meta: { public: true },
  })

type YearProps = Pick<React.ComponentProps<typeof Select>, 'id' | 'error' | 'value' | 'onChange'> & { district: string }

function YearSelect({ district, ...rest }: YearProps) {
  const t = useTexts(addTexts)
  const { data = [], error, refetch } = useQuery(yearsQuery(district))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return (
    <Select label={t('groupYear')} hint={t('groupYearHint')} {...rest}>
      <option value="">{t('choose')}</option>
      {data.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </Select>
  )
}
