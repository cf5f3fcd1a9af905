/** What is wrong, on top of the form: takes the focus, and leads to each field by the words that stand there. */
import { type ReactNode, useEffect, useId, useRef } from 'react'

import css from './ErrorSummary.module.css'

export interface FormError {
  /** The id of the field. */
  field?: string
  text: string
  /** The field's name, where another field has the same mistake. */
  label?: string | undefined
}

interface ErrorSummaryProps {
  /** What happened. */
  title: string
  errors?: readonly FormError[]
  /** What did not happen, what to do, another way. */
  children?: ReactNode
}

export function ErrorSummary({ title, errors = [], children }: ErrorSummaryProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [title, errors])
  return (
    <div ref={box} className={css.summary} role="alert" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{title}</h2>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, text, label }) => (
            <li key={`${field ?? ''} ${text}`}>
              {field === undefined ? text : <FieldLink field={field}>{label ? `${label}: ${text}` : text}</FieldLink>}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}

function FieldLink({ field, children }: { field: string; children: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault() // the address stays as it is
        const control = document.getElementById(field)
        control?.focus()
        control?.scrollIntoView({ block: 'center' })
      }}
    >
      {children}
    </a>
  )
}
