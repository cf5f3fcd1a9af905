import { type Form, FormBox, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { Submit } from './Submit'
import { useTries } from './useTries'

interface LookUpProps<Name extends string> {
  /** Of the field, by which refusals name it, too. */
  name: Name
  label: string
  hint: string
  longest: number
  submit: string
  busy: string
  /** Asks, or says at the field why not. */
  onSend: (typed: string, form: Form<Name>) => Promise<void>
}

/** One number or code that anybody may look up, not too often. */
export function LookUp<Name extends string>({ name, label, hint, longest, submit, busy, onSend }: LookUpProps<Name>) {
  const form = useForm<Name>()
  const tries = useTries(form)
  const [typed, setTyped] = useState('')
  return (
    <FormBox
      onSubmit={() => {
        tries.send(() => onSend(typed, form))
      }}
    >
      {form.summary}
      <TextField
        id={name}
        label={label}
        hint={hint}
        error={form.errorOf(name)}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={longest}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Submit tries={tries} label={submit} busy={busy} />
    </FormBox>
  )
}
