import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Button, type Choice, RadioGroup, TextField } from '@kezek/ui'

import { ANYTHING, type Offer, type Wanted } from './offers'
import css from './Place.module.css'
import { placeTexts } from './texts'

interface FilterProps {
  offers: readonly Offer[]
  wanted: Wanted
  onWant: (wanted: Wanted | undefined) => void
  /** Whether there is a point to measure from. */
  measured: boolean
}

/** Each filter stands there only where it would part the list. */
export function OfferFilters({ offers, wanted, onWant, measured }: FilterProps) {
  const t = useTexts(placeTexts)
  const word = useTexts(kindergartenTexts)
  const languages = [...new Set(offers.map(({ place }) => place.language))].sort()
  const kinds = [...new Set(offers.flatMap(({ place }) => place.kindergarten?.ownership ?? []))].sort()
  const gardens = new Set(offers.map(({ place }) => place.kindergarten?.id))
  const all = { value: '', label: t('all') } as const
  const ofLanguages = languages.map((value) => ({ value, label: word(`in_${value}`) }))
  const ofKinds = kinds.map((value) => ({ value, label: word(value) }))
  return (
    <div className={css.filters}>
      <Pills
        legend={t('language')}
        value={wanted.language}
        choices={[all, ...ofLanguages]}
        onChange={(language) => onWant({ ...wanted, language })}
      />
      <Pills
        legend={t('ownership')}
        value={wanted.ownership}
        choices={[all, ...ofKinds]}
        onChange={(ownership) => onWant({ ...wanted, ownership })}
      />
      {gardens.size > 1 && (
        <TextField
          type="search"
          label={t('name')}
          value={wanted.name}
          onChange={({ target }) => onWant({ ...wanted, name: target.value })}
        />
      )}
      {measured && (
        <RadioGroup
          pills
          legend={t('sort')}
          value={wanted.sort}
          choices={[
            { value: 'distance', label: t('byDistance') },
            { value: 'name', label: t('byName') },
          ]}
          onChange={(sort) => onWant({ ...wanted, sort })}
        />
      )}
      {(wanted.language || wanted.ownership || wanted.name) && (
        <Button kind="second" small onClick={() => onWant(undefined)}>
          {t('reset')}
        </Button>
      )}
    </div>
  )
}

interface PillsProps<V extends string> {
  legend: string
  value: V
  choices: readonly Choice<V>[]
  onChange: (value: V) => void
}

const NOTHING_TO_PART = 2

function Pills<V extends string>(props: PillsProps<V>) {
  if (props.choices.length <= NOTHING_TO_PART && props.value === ANYTHING.name) return null
  return <RadioGroup pills {...props} />
}
