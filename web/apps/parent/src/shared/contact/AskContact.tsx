import { fieldTexts, useTexts } from '@kezek/i18n'
import { FormBox, TextField, useForm } from '@kezek/ui'
import type { ReactNode } from 'react'

import { useKept } from '../kept'
import { SignInAgain } from '../tries/SignInAgain'
import { Submit } from '../tries/Submit'
import { useTries } from '../tries/useTries'
import type { Channel } from './channels'
import type { Sent } from './ContactChange'
import { contactTexts } from './texts'

interface AskContactProps {
  channel: Channel
  onSent: (sent: Sent) => void
  children: ReactNode
}

/** The API does not tell it: a person waits so long before another code comes. */
export const RESEND_MS = 60_000

export function AskContact({ channel, onSent, children }: AskContactProps) {
  const t = useTexts(contactTexts)
  const fields = useTexts(fieldTexts)
  const { name, words, input } = channel
  const form = useForm<Channel['name']>({ contact_refused: name })
  const tries = useTries(form)
  const [typed, setTyped] = useKept(`contact.${name}`, '')
  const send = async () => {
    const contact = channel.plain(typed)
    if (!form.check({ [name]: contact === null && fields(channel.invalid) }) || contact === null) return
    await channel.send(contact)
    onSent({ contact, resendAt: Date.now() + RESEND_MS })
  }
  return (
    <FormBox
      onSubmit={() => {
        tries.send(send)
      }}
    >
      {form.summary}
      <SignInAgain refusal={tries.refusal} />
      <TextField
        id={name}
        label={t(words.label)}
        hint={t(words.hint)}
        error={form.errorOf(name)}
        {...input}
        maxLength={254}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Submit tries={tries} label={t('send')} busy={t('sending')}>
        {children}
      </Submit>
    </FormBox>
  )
}
