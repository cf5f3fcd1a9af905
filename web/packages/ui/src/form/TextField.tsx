/** One line of text, or several with `rows`. */
import type { ComponentProps } from 'react'

import { classes } from '../classes'
import { Field, type FieldTexts } from './Field'
import css from './Field.module.css'

type TextFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'size'> & {
    /** As wide as so many letters; else as wide as there is room. */
    letters?: 6 | 10 | 16
  }

export function TextField({ label, hint, error, id, letters, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(id !== undefined && { id })}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          className={classes(css.control, letters !== undefined && css[`letters${String(letters)}`])}
        />
      )}
    </Field>
  )
}

type TextAreaProps = FieldTexts & Omit<ComponentProps<'textarea'>, 'id' | 'className'>

export function TextArea({ label, hint, error, id, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(id !== undefined && { id })}>
      {(control) => <textarea rows={4} {...rest} {...control} className={css.control} />}
    </Field>
  )
}
