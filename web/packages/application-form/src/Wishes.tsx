import type { ApplicationsInstructionLanguage } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Select } from '@kezek/ui'

import { LANGUAGES, type Wish, WISHES, withWish } from './asked'
import css from './Form.module.css'
import { formTexts } from './texts'

interface WishesProps {
  wishes: readonly Wish[]
  error: string | undefined
  /** What the app calls a language of instruction. */
  nameOf: (language: ApplicationsInstructionLanguage) => string
  onChange: (wishes: Wish[]) => void
}

/** Languages in order of wish: the next one can be chosen when the one before is. */
export function Wishes({ wishes, error, nameOf, onChange }: WishesProps) {
  const t = useTexts(formTexts)
  return (
    <fieldset className={css.wishes} aria-describedby="wishes-hint">
      <legend>{t('languages')}</legend>
      <p id="wishes-hint" className={css.hint}>
        {t('languagesHint')}
      </p>
      {WISHES.filter((index) => index === 0 || wishes[index - 1] !== '').map((index) => (
        <Select
          key={index}
          id={`wish-${index + 1}`}
          label={t(index === 0 ? 'wish' : 'wishMore', { n: index + 1 })}
          error={index === 0 ? error : undefined}
          value={wishes[index] ?? ''}
          onChange={({ target }) => onChange(withWish(wishes, index, target.value as Wish))}
        >
          <option value="">{t('wishNone')}</option>
          {LANGUAGES.filter((each) => !wishes.slice(0, index).includes(each)).map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  )
}
