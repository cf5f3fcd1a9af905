import type { KindergartensDepartureBody, KindergartensDepartureReason } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, LinkButton, Select, TextArea, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { REASONS } from '../../shared/roster/words'
import { departureTexts } from './texts'

interface FormProps {
  typed: KindergartensDepartureBody | null
  onNext: (departure: KindergartensDepartureBody) => void
}

/** M1's two fields, and words of one's own where the list has none. */
export function FormStep({ typed, onNext }: FormProps) {
  const t = useTexts(departureTexts)
  const shared = useTexts(rosterSharedTexts)
  const form = useForm<keyof KindergartensDepartureBody>()
  const [day, setDay] = useState(typed?.left_on ?? '')
  const [reason, setReason] = useState<KindergartensDepartureReason | ''>(typed?.reason ?? '')
  const [remark, setRemark] = useState(typed?.remark ?? '')
  const next = () => {
    const good = form.check({
      left_on: day === '' && t('chooseDay'),
      reason: reason === '' && t('chooseReason'),
      remark: reason === 'other' && remark.trim() === '' && t('writeRemark'),
    })
    if (good && reason !== '') onNext({ left_on: day, reason, remark: remark.trim() })
  }
  return (
    <Card>
      <FormBox onSubmit={next}>
        {form.summary}
        <TextField
          id="left_on"
          type="date"
          letters={16}
          label={shared('leftOn')}
          hint={t('dayHint')}
          error={form.errorOf('left_on')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Select
          id="reason"
          label={shared('why')}
          error={form.errorOf('reason')}
          value={reason}
          onChange={({ target }) => setReason(target.value as KindergartensDepartureReason | '')}
        >
          <option value="">{t('choose')}</option>
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {shared(`reason_${each}`)}
            </option>
          ))}
        </Select>
        <TextArea
          id="remark"
          label={t('remark')}
          hint={t('remarkHint')}
          error={form.errorOf('remark')}
          maxLength={500}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
        <Actions>
          <Button type="submit">{t('next')}</Button>
          <LinkButton href="/roster" kind="second">
            {shared('cancel')}
          </LinkButton>
        </Actions>
      </FormBox>
    </Card>
  )
}
