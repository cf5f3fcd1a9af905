import type { ComponentProps } from 'react'

import { classes } from '../classes'
import { Field, type FieldTexts } from './Field'
import css from './Field.module.css'

type SelectProps = FieldTexts & Omit<ComponentProps<'select'>, 'id' | 'className'>

export function Select({ label, hint, error, id, children, ...rest }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(id !== undefined && { id })}>
      {(control) => (
        <select {...rest} {...control} className={classes(css.control, css.select)}>
          {children}
        </select>
      )}
    </Field>
  )
}
