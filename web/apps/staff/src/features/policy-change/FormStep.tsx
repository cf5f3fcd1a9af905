import type { QueuePolicy, QueuePolicyFormView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, Notice, Stack, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { NumberField } from './NumberField'
import { fieldsOf, inAddress, type Typed, typedOf, type Wrong, wrongIn } from './numbers'
import { changePolicyTexts } from './texts'

interface FormStepProps {
  form: QueuePolicyFormView
  before: QueuePolicy
  typed: Typed
  from: string
  onType: (typed: Typed, from: string) => void
  onNext: () => void
}

export function FormStep({ form, before, typed, from, onType, onNext }: FormStepProps) {
  const t = useTexts(changePolicyTexts)
  const language = useLanguage()
  const wrongs = useForm<string>()
  const wordsOf = useWrongWords(form)
  const next = () => {
    const wrong = Object.entries(wrongIn(form, typed)).map(([name, what]) => [name, wordsOf(name, what)])
    const nothing = Object.keys(inAddress(typed, form, before)).length === 0 && t('nothing')
    const checks = { ...Object.fromEntries(wrong), from: from === '' && t('noDay') } as Record<string, string | false>
    const all = Object.values(checks).some(Boolean) ? checks : { from: nothing }
    if (wrongs.check(all)) onNext()
  }
  return (
    <FormBox onSubmit={next}>
      {wrongs.summary}
      <Card>
        <TextField
          type="date"
          id="from"
          label={t('from')}
          hint={t('fromHint')}
          error={wrongs.errorOf('from')}
          value={from}
          onChange={({ target }) => onType(typed, target.value)}
        />
      </Card>
      <Regimes form={form} onFill={(filled) => onType({ ...filled, ...quiet(typed) }, from)} />
      {form.groups.map(({ text, numbers }) => (
        <Card key={text.en}>
          <h2>{text[language]}</h2>
          <Stack>
            {numbers.map((field) => (
              <NumberField
                key={field.name}
                field={field}
                before={before}
                value={typed[field.name] ?? ''}
                error={wrongs.errorOf(field.name)}
                onChange={(value) => onType({ ...typed, [field.name]: value }, from)}
              />
            ))}
          </Stack>
        </Card>
      ))}
      <Actions>
        <Button type="submit">{t('stepPreview')}</Button>
      </Actions>
    </FormBox>
  )
}

/** The quiet hours are the region's: a regime does not change them. */
function quiet({ quiet_from_hour, quiet_until_hour }: Typed): Typed {
  return { quiet_from_hour: quiet_from_hour ?? '', quiet_until_hour: quiet_until_hour ?? '' }
}

function useWrongWords(form: QueuePolicyFormView): (name: string, wrong: Wrong) => string {
  const t = useTexts(changePolicyTexts)
  return (name, wrong) => {
    if (wrong === 'ages') return t('ages')
    if (wrong === 'sorting') return t('sorting')
    if (wrong === 'rounds') return t('rounds')
    if (wrong === 'day') return t('notDay')
    const { least, most } = fieldsOf(form).find((each) => each.name === name) ?? {}
    return t('notNumber', { least: least ?? 0, most: most ?? 0 })
  }
}

interface RegimesProps {
  form: QueuePolicyFormView
  onFill: (typed: Typed) => void
}

/** The two regimes that are shipped, to begin from. */
function Regimes({ form, onFill }: RegimesProps) {
  const t = useTexts(changePolicyTexts)
  const [filled, setFilled] = useState(false)
  return (
    <Card>
      <h2>{t('fill')}</h2>
      <Actions>
        {form.profiles.map((policy) => (
          <Button
            key={policy.id}
            kind="second"
            onClick={() => {
              onFill(typedOf(form, policy))
              setFilled(true)
            }}
          >
            {t(policy.profile === 'voucher' ? 'fillVoucher' : 'fillReferral')}
          </Button>
        ))}
      </Actions>
      {filled && (
        <Notice kind="info" live>
          {t('filled')}
        </Notice>
      )}
    </Card>
  )
}
