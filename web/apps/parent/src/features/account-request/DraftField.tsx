import { TextField } from '@kezek/ui'
import type { ComponentProps } from 'react'

import type { Text } from './draft'
import { FIELDS, type FieldsProps } from './fields'

type DraftFieldProps = FieldsProps & { name: Text } & Pick<
    ComponentProps<typeof TextField>,
    'label' | 'hint' | 'type' | 'inputMode' | 'autoComplete' | 'letters' | 'maxLength' | 'lang'
  >

/** A text of the form, tied to the draft. */
export function DraftField({ draft, onChange, errorOf, name, ...rest }: DraftFieldProps) {
  const id = FIELDS[name]
  return (
    <TextField
      maxLength={300}
      {...rest}
      id={id}
      error={errorOf(id)}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
}
