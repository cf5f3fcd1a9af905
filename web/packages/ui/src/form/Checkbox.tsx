import { type ComponentProps, type ReactNode, useId } from 'react'

import { classes } from '../classes'
import css from './Choices.module.css'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'className' | 'type'> {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
}

/** Yes or no; what is undertaken stands beside the box in full. */
export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const made = useId()
  const own = id ?? made
  const described = classes(hint !== undefined && `${own}-hint`, error !== undefined && `${own}-error`)
  return (
    <div className={classes(error !== undefined && css.wrong)}>
      {error !== undefined && (
        <p id={`${own}-error`} className={css.error}>
          {error}
        </p>
      )}
      <div className={css.choice}>
        <input
          type="checkbox"
          {...rest}
          id={own}
          {...(described && { 'aria-describedby': described })}
          {...(error !== undefined && { 'aria-invalid': true })}
        />
        <div>
          <label htmlFor={own}>{label}</label>
          {hint !== undefined && (
            <p id={`${own}-hint`} className={css.hint}>
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
