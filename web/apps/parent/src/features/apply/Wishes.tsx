import { useTexts } from '@kezek/i18n'
import { Select } from '@kezek/ui'

import { applicationTexts } from '../../shared/applications/texts'
import css from './Apply.module.css'
import { type Form, LANGUAGES, withWish, WISHES } from './form'
import { applyTexts } from './texts'

interface WishesProps {
  wishes: Form['wishes']
  error: string | undefined
  onChange: (wishes: Form['wishes']) => void
}

/** Languages in order of wish: the next one can be chosen when the one before is. */
export function Wishes({ wishes, error, onChange }: WishesProps) {
  const t = useTexts(applyTexts)
  const words = useTexts(applicationTexts)
  return (
    <fieldset className={css.wishes} aria-describedby="wishes-hint">
      <legend>{t('languages')}</legend>
      <p id="wishes-hint" className={css.hint}>
        {t('languagesHint')}
      </p>
      {WISHES.filter((index) => index === 0 || wishes[index - 1] !== '').map((index) => (
        <Select
          key={index}
          id={`wish-${String(index + 1)}`}
          label={t(index === 0 ? 'wish' : 'wishMore', { n: index + 1 })}
          error={index === 0 ? error : undefined}
          value={wishes[index] ?? ''}
          onChange={({ target }) => onChange(withWish(wishes, index, target.value as Form['wishes'][number]))}
        >
          <option value="">{t('wishNone')}</option>
          {LANGUAGES.filter((each) => !wishes.slice(0, index).includes(each)).map((each) => (
            <option key={each} value={each}>
              {words(`language_${each}`)}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  )
}
