/** One line of the staff list. */
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { type Line, lineIn, type Typed, wrongIn } from './lines'
import { staffTexts } from './texts'

interface LineFormProps {
  first: Typed
  onLine: (line: Line) => void
  onCancel: () => void
}

export function LineForm({ first, onLine, onCancel }: LineFormProps) {
  const t = useTexts(staffTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<keyof Typed>()
  const [typed, setTyped] = useState(first)
  const field = (id: keyof Typed) => ({
    id,
    error: form.errorOf(id),
    value: typed[id],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [id]: target.value }),
  })
  const next = () => {
    const [wrong, line] = [wrongIn(typed), lineIn(typed)]
    const good = form.check({
      iin: wrong.iin && fields('iin_invalid'),
      name: wrong.name && fields('missing'),
      position: wrong.position && fields('missing'),
      from_on: wrong.from_on && t('wrongDay'),
      until_on: wrong.until_on && t('wrongDay'),
    })
    if (good && line) onLine(line)
  }
  return (
    <Card labelledBy="line" marked="act">
      <h2 id="line">{first.iin === '' ? t('add') : t('changeOf', { name: first.name })}</h2>
      <FormBox onSubmit={next}>
        {form.summary}
        <TextField
          label={t('iin')}
          inputMode="numeric"
          autoComplete="off"
          letters={16}
          maxLength={60}
          {...field('iin')}
        />
        <TextField label={t('name')} autoComplete="off" maxLength={300} {...field('name')} />
        <TextField label={t('position')} autoComplete="off" maxLength={300} {...field('position')} />
        <TextField type="date" label={t('from')} {...field('from_on')} />
        <TextField type="date" label={t('until')} hint={t('untilHint')} {...field('until_on')} />
        <Actions>
          <Button type="submit">{t('next')}</Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Actions>
      </FormBox>
    </Card>
  )
}
