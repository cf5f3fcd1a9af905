/** A mark by hand, at an hour: now, unless it is said otherwise. */
import type { KindergartensMarkKind } from '@kezek/api'
import { formatHour } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, RadioGroup, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { attendanceTexts } from './texts'

interface HourFormProps {
  first: KindergartensMarkKind
  onMark: (kind: KindergartensMarkKind, at: string) => void
  onCancel: () => void
}

export function HourForm({ first, onMark, onCancel }: HourFormProps) {
  const t = useTexts(attendanceTexts)
  const form = useForm<'hour'>()
  const [kind, setKind] = useState(first)
  const [hour, setHour] = useState(() => formatHour(new Date()))
  const send = () => {
    if (form.check({ hour: !/^\d\d:\d\d$/.test(hour) && t('wrongHour') })) onMark(kind, hour)
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <RadioGroup
        legend={t('what')}
        value={kind}
        choices={(['arrival', 'leaving'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={setKind}
      />
      <TextField
        id="hour"
        type="time"
        label={t('hour')}
        letters={10}
        error={form.errorOf('hour')}
        value={hour}
        onChange={({ target }) => setHour(target.value)}
      />
      <Actions>
        <Button type="submit">{t('save')}</Button>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}
