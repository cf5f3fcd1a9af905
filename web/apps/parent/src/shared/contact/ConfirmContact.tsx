import { api, ApiError, type AuthMe, meQuery, unwrap } from '@kezek/api'
import { compact } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, Notice, TextField, useForm } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { Submit } from '../tries/Submit'
import { useTries } from '../tries/useTries'
import { Resend } from '../tries/Resend'
import { RESEND_MS } from './AskContact'
import type { Channel } from './channels'
import type { Sent } from './ContactChange'
import { contactTexts } from './texts'

interface ConfirmContactProps {
  channel: Channel
  sent: Sent
  onSent: (sent: Sent | null) => void
  onDone: (me: AuthMe) => void
}

export function ConfirmContact({ channel, sent: { contact, resendAt }, onSent, onDone }: ConfirmContactProps) {
  const t = useTexts(contactTexts)
  const { words } = channel
  const form = useForm<'code'>({ code_wrong: 'code' })
  const tries = useTries(form)
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const hint = t('digits', { digits: channel.digits })
  const confirm = async () => {
    const code = compact(typed)
    if (!form.check({ code: !/^\d{4,12}$/.test(code) && hint })) return
    const me = await confirmed(channel, contact, code)
    client.setQueryData(meQuery.queryKey, me)
    onDone(me)
  }
  const resend = async () => {
    await channel.send(contact)
    onSent({ contact, resendAt: Date.now() + RESEND_MS })
  }
  return (
    <FormBox
      onSubmit={() => {
        tries.send(confirm)
      }}
    >
      {form.summary}
      <Notice kind="info" title={t(words.sent, { contact: channel.shown(contact) })} live>
        {t(words.sentAdvice)}
      </Notice>
      <TextField
        id="code"
        label={t(words.code)}
        hint={hint}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        letters={10}
        maxLength={20}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Submit tries={tries} label={t('confirm')} busy={t('confirming')} />
      <Actions>
        <Resend at={resendAt} onResend={() => tries.send(resend)} />
        <Button kind="second" small onClick={() => onSent(null)}>
          {t(words.other)}
        </Button>
      </Actions>
    </FormBox>
  )
}

/** The account with its new contact, although the answer may have been lost on its way. */
async function confirmed(channel: Channel, contact: string, code: string): Promise<AuthMe> {
  try {
    return await channel.confirm(code)
  } catch (error) {
    const lost = error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500)
    const me = lost ? await unwrap(api.GET('/api/auth/me')).catch(() => null) : null
    if (me === null || channel.of(me) !== contact) throw error
    return me
  }
}
