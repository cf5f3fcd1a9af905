import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, TextArea, useForm } from '@kezek/ui'
import { useState } from 'react'

import { closeTexts } from './texts'

interface GroundProps {
  ground: string
  onNext: (ground: string) => void
}

export function Ground({ ground, onNext }: GroundProps) {
  const t = useTexts(closeTexts)
  const form = useForm<'remark'>()
  const [typed, setTyped] = useState(ground)
  const next = () => {
    if (form.check({ remark: typed.trim() === '' && t('writeGround') })) onNext(typed.trim())
  }
  return (
    <Card>
      <FormBox onSubmit={next}>
        {form.summary}
        <TextArea
          id="remark"
          label={t('ground')}
          error={form.errorOf('remark')}
          maxLength={500}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Actions>
          <Button type="submit">{t('next')}</Button>
        </Actions>
      </FormBox>
    </Card>
  )
}
