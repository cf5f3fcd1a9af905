/** The marks of a day as they were made; a wrong one is struck out, with the reason. */
import type { KindergartensMarkView } from '@kezek/api'
import { formatHour, formatMoment } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, Lines, Small, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { attendanceTexts } from './texts'
import { useWho } from './who'

interface MarksProps {
  marks: readonly KindergartensMarkView[]
  onStrike: (mark: string, reason: string) => void
}

export function Marks({ marks, onStrike }: MarksProps) {
  const t = useTexts(attendanceTexts)
  const language = useLanguage()
  const who = useWho()
  const [striking, strike] = useState<string | null>(null)
  return (
    <Lines>
      {marks.map((mark) => (
        <li key={mark.id}>
          <p>{t('markLine', { what: t(mark.kind), time: formatHour(mark.at), who: who(mark) })}</p>
          <Small>{t('receivedAt', { time: formatMoment(mark.received_at, language) })}</Small>
          {mark.struck_at !== null && (
            <p>{t('struck', { who: mark.struck_by_name ?? t('worker'), reason: mark.struck_because ?? '' })}</p>
          )}
          {mark.struck_at === null && striking !== mark.id && (
            <Button kind="second" small onClick={() => strike(mark.id)}>
              {t('strike')}
            </Button>
          )}
          {striking === mark.id && mark.struck_at === null && (
            <StrikeForm onStrike={(reason) => onStrike(mark.id, reason)} onCancel={() => strike(null)} />
          )}
        </li>
      ))}
    </Lines>
  )
}

function StrikeForm({ onStrike, onCancel }: { onStrike: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts(attendanceTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'why'>()
  const [why, setWhy] = useState('')
  const send = () => {
    if (form.check({ why: why.trim() === '' && fields('missing') })) onStrike(why.trim())
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <TextField
        id="why"
        label={t('strikeWhy')}
        maxLength={300}
        error={form.errorOf('why')}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Actions>
        <Button kind="bad" type="submit">
          {t('strike')}
        </Button>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}
