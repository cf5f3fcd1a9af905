import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Stack, TextField } from '@kezek/ui'
import { useState } from 'react'

import { sortingTexts } from './texts'

interface AskProps {
  /** It was sorted this year: once more only with a reason. */
  again: boolean
  reason: string
  onNext: (reason: string) => void
}

export function Ask({ again, reason, onNext }: AskProps) {
  const t = useTexts(sortingTexts)
  const [typed, setTyped] = useState(reason)
  const [missing, setMissing] = useState(false)
  if (!again)
    return (
      <Actions>
        <Button onClick={() => onNext('')}>{t('toSign')}</Button>
      </Actions>
    )
  return (
    <Card>
      <h2>{t('again')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') setMissing(true)
          else onNext(typed.trim())
        }}
      >
        <Stack>
          <TextField
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            value={typed}
            error={missing && typed.trim() === '' ? t('reasonMissing') : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Actions>
            <Button type="submit">{t('toSign')}</Button>
          </Actions>
        </Stack>
      </form>
    </Card>
  )
}
