/** One thing that an administrator enters of a kindergarten, checked; empty when none is known. */
import { TextField, useForm } from '@kezek/ui'
import { type ComponentProps, useState } from 'react'

import { SavedForm, useSaving } from './SavedForm'

type Shown = Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'inputMode' | 'maxLength'>

interface Saved<Id extends string, Value> extends Shown {
  /** As the API calls it, so that its complaints come to this field. */
  id: Id
  summary: string
  note: string
  known: string
  /** What was typed: null when it is empty, undefined when it is wrong. */
  read: (typed: string) => Value | null | undefined
  wrong: string
  put: (value: Value | null) => Promise<unknown>
}

export function SavedField<Id extends string, Value>(props: Saved<Id, Value>) {
  const { id, summary, note, known, read, wrong, put, ...shown } = props
  const form = useForm<Id>()
  const [typed, type] = useState(known)
  const save = useSaving(put, form.fail)
  const send = () => {
    const value = read(typed)
    const complaints = { [id]: value === undefined && wrong } as Record<Id, string | false>
    if (form.check(complaints) && value !== undefined && !save.isPending) save.mutate(value)
  }
  return (
    <SavedForm summary={summary} note={note} complaints={form.summary} save={save} onSubmit={send}>
      <TextField
        id={id}
        {...shown}
        error={form.errorOf(id)}
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
    </SavedForm>
  )
}
