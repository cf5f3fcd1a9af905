/** What every field has: its label, a hint, and what is wrong with it, tied to the control. */
import { type ReactNode, useId } from 'react'

import { classes } from '../classes'
import css from './Field.module.css'

export interface FieldTexts {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** The id of the control: an error summary leads to it. */
  id?: string
}

export interface ControlProps {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface FieldProps extends FieldTexts {
  children: (control: ControlProps) => ReactNode
}

export function Field({ label, hint, error, id, children }: FieldProps) {
  const made = useId()
  const own = id ?? made
  const described = classes(hint !== undefined && `${own}-hint`, error !== undefined && `${own}-error`)
  return (
    <div className={classes(css.field, error !== undefined && css.wrong)}>
      <label htmlFor={own}>{label}</label>
      {hint !== undefined && (
        <p id={`${own}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${own}-error`} className={css.error}>
          {error}
        </p>
      )}
      {children({
        id: own,
        ...(described && { 'aria-describedby': described }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
      })}
    </div>
  )
}
