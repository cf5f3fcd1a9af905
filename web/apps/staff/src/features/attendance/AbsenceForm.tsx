/** Why a child does not come, or that nothing of it is known any more. */
import type { KindergartensAbsenceReason, KindergartensAbsenceView } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, RadioGroup, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { attendanceTexts } from './texts'

interface AbsenceFormProps {
  said: KindergartensAbsenceView | null
  onSay: (reason: KindergartensAbsenceReason | null, remark: string) => void
  onCancel: () => void
}

const REASONS: readonly KindergartensAbsenceReason[] = ['illness', 'leave', 'other']

export function AbsenceForm({ said, onSay, onCancel }: AbsenceFormProps) {
  const t = useTexts(attendanceTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'reason' | 'remark'>()
  const [reason, setReason] = useState<KindergartensAbsenceReason | null>(said?.reason ?? null)
  const [remark, setRemark] = useState(said?.remark ?? '')
  const send = () => {
    const missing = fields('missing')
    const lacks = { reason: reason === null && missing, remark: reason === 'other' && remark.trim() === '' && missing }
    if (form.check(lacks)) onSay(reason, remark.trim())
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <RadioGroup
        id="reason"
        legend={t('why')}
        error={form.errorOf('reason')}
        value={reason}
        choices={REASONS.map((value) => ({ value, label: t(value) }))}
        onChange={setReason}
      />
      <TextField
        id="remark"
        label={t('remark')}
        maxLength={300}
        error={form.errorOf('remark')}
        value={remark}
        onChange={({ target }) => setRemark(target.value)}
      />
      <Actions>
        <Button type="submit">{t('save')}</Button>
        {said && (
          <Button kind="bad" onClick={() => onSay(null, '')}>
            {t('takeBack')}
          </Button>
        )}
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}
