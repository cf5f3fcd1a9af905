/** One thing that an administrator enters of a kindergarten: folded, checked, saved; empty when none is known. */
import { Actions, Button, Fold, FormBox, Notice, TextField, useForm } from '@kezek/ui'
import { useTexts } from '@kezek/i18n'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'

import { adminTexts } from '../../shared/admin/texts'

type Shown = Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'inputMode' | 'maxLength'>

export interface Saved<Id extends string, Value> extends Shown {
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
  const shared = useTexts(adminTexts)
  const form = useForm<Id>()
  const client = useQueryClient()
  const [typed, type] = useState(known)
  const save = useMutation({
    mutationFn: put,
    onError: form.fail,
    onSuccess: () => client.invalidateQueries({ queryKey: ['kindergartens'] }),
  })
  const send = () => {
    const value = read(typed)
    const complaints = { [id]: value === undefined && wrong } as Record<Id, string | false>
    if (form.check(complaints) && value !== undefined && !save.isPending) save.mutate(value)
  }
  return (
    <Fold summary={summary}>
      <FormBox onSubmit={send}>
        {form.summary}
        {save.isSuccess && (
          <Notice kind="ok" live>
            {shared('saved')}
          </Notice>
        )}
        <p>{note}</p>
        <TextField
          id={id}
          {...shown}
          error={form.errorOf(id)}
          value={typed}
          onChange={({ target }) => type(target.value)}
        />
        <Actions>
          <Button type="submit" aria-disabled={save.isPending}>
            {save.isPending ? shared('saving') : shared('save')}
          </Button>
        </Actions>
      </FormBox>
    </Fold>
  )
}
