/** One of several, each with what it means; `pills` for short words that filter a list. */
import { type ReactNode, useId } from 'react'

import { classes } from '../classes'
import css from './Choices.module.css'

export interface Choice<V extends string> {
  value: V
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Shown below while it is chosen. */
  inside?: ReactNode
}

interface RadioGroupProps<V extends string> {
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** The id of the first choice: an error summary leads to it. */
  id?: string
  name?: string
  value: V | null
  choices: readonly Choice<V>[]
  onChange: (value: V) => void
  pills?: boolean
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { legend, hint, error, id, name, value, choices, onChange, pills = false } = props
  const made = useId()
  const own = id ?? made
  const described = classes(hint !== undefined && `${own}-hint`, error !== undefined && `${own}-error`)
  return (
    <fieldset
      className={classes(css.group, error !== undefined && css.wrong)}
      {...(described && { 'aria-describedby': described })}
    >
      <legend>{legend}</legend>
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
      <div className={pills ? css.pills : css.choices}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            choice={choice}
            id={index === 0 ? own : `${own}-${choice.value}`}
            name={name ?? own}
            pill={pills}
            checked={choice.value === value}
            onChoose={() => onChange(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface RadioProps {
  choice: Choice<string>
  id: string
  name: string
  pill: boolean
  checked: boolean
  onChoose: () => void
}

function Radio({ choice, id, name, pill, checked, onChoose }: RadioProps) {
  const hinted = choice.hint !== undefined
  return (
    <div className={pill ? css.pill : css.option}>
      <div className={css.choice}>
        <input
          type="radio"
          id={id}
          name={name}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          onChange={onChoose}
          {...(hinted && { 'aria-describedby': `${id}-hint` })}
        />
        <div>
          <label htmlFor={id}>{choice.label}</label>
          {hinted && (
            <div id={`${id}-hint`} className={css.hint}>
              {choice.hint}
            </div>
          )}
        </div>
      </div>
      {checked && choice.inside !== undefined && <div className={css.inside}>{choice.inside}</div>}
    </div>
  )
}
