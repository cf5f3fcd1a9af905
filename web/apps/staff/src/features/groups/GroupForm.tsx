import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, RadioGroup, Select, TextField, useForm } from '@kezek/ui'

import { yearsOfGroups } from '../../shared/vacancies/years'
import { KINDS, LANGUAGES, type Typed, wrongIn } from './draft'
import { groupsTexts } from './texts'

interface GroupFormProps {
  typed: Typed
  onType: (typed: Typed) => void
  onNext: () => void
}

export function GroupForm({ typed, onType, onNext }: GroupFormProps) {
  const t = useTexts(groupsTexts)
  const word = useTexts(kindergartenTexts)
  const form = useForm<keyof Typed>()
  const field = (id: keyof Typed) => ({
    id,
    error: form.errorOf(id),
    value: typed[id],
    onChange: ({ target }: { target: { value: string } }) => onType({ ...typed, [id]: target.value }),
  })
  const next = () => {
    const wrong = wrongIn(typed)
    const good = form.check({
      group_year: wrong.group_year && t('chooseYear'),
      language: wrong.language && t('chooseLanguage'),
      norm: wrong.norm && t('wrongNumber'),
      earlier: wrong.earlier && t('wrongNumber'),
    })
    if (good) onNext()
  }
  return (
    <Card>
      <FormBox onSubmit={next}>
        {form.summary}
        <Select label={t('groupYear')} {...field('group_year')}>
          <option value="">{t('choose')}</option>
          {yearsOfGroups().map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Select label={t('language')} {...field('language')}>
          <option value="">{t('choose')}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {word(`in_${each}`)}
            </option>
          ))}
        </Select>
        <RadioGroup
          id="kind"
          legend={t('kind')}
          value={typed.kind}
          choices={KINDS.map((each) => ({ value: each, label: word(each) }))}
          onChange={(kind) => onType({ ...typed, kind })}
        />
        <TextField
          label={t('norm')}
          hint={t('normHint')}
          inputMode="numeric"
          maxLength={3}
          letters={6}
          {...field('norm')}
        />
        <TextField
          label={t('earlier')}
          hint={t('earlierHint')}
          inputMode="numeric"
          maxLength={3}
          letters={6}
          {...field('earlier')}
        />
        <Actions>
          <Button type="submit">{t('next')}</Button>
        </Actions>
      </FormBox>
    </Card>
  )
}
