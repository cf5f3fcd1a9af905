/** Why a closed month is opened again. */
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { sheetTexts } from './texts'

export function ReasonForm({ onReason, onCancel }: { onReason: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts(sheetTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'reopen-why'>()
  const [why, setWhy] = useState('')
  const send = () => {
    if (form.check({ 'reopen-why': why.trim() === '' && fields('missing') })) onReason(why.trim())
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <TextField
        id="reopen-why"
        label={t('why')}
        maxLength={300}
        error={form.errorOf('reopen-why')}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Actions>
        <Button type="submit">{t('next')}</Button>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}
