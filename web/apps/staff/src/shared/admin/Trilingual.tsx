/** The same in three languages; the ids of the fields are those that the API names: `name.kk`. */
import { LANGUAGES, useTexts } from '@kezek/i18n'
import { Hidden, TextField } from '@kezek/ui'

import css from './Form.module.css'
import { adminTexts } from './texts'
import type { Words } from './words'

interface TrilingualProps {
  legend: string
  /** How the fields are called by the API, as `name`. */
  id: string
  value: Words
  errorOf: (field: string) => string | undefined
  onChange: (value: Words) => void
}

export function Trilingual({ legend, id, value, errorOf, onChange }: TrilingualProps) {
  const t = useTexts(adminTexts)
  const label = { kk: t('inKk'), ru: t('inRu'), en: t('inEn') }
  return (
    <fieldset className={css.three}>
      <legend>
        <Hidden>{legend}</Hidden>
      </legend>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          id={`${id}.${language}`}
          lang={language}
          label={`${legend}, ${label[language]}`}
          error={errorOf(`${id}.${language}`)}
          maxLength={300}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.target.value })}
        />
      ))}
    </fieldset>
  )
}
