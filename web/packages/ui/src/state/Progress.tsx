/** A signature on its way: named steps under the button, spoken as they change; nothing turns without words. */
import type { ReactNode } from 'react'

import css from './Steps.module.css'
import own from './Progress.module.css'

interface ProgressProps {
  steps: readonly string[]
  current: number
  /** What is going on now: «still waiting», «we ask for the result, do not sign again». */
  said: string
  /** A way to cancel, once it takes long. */
  action?: ReactNode
}

export function Progress({ steps, current, said, action }: ProgressProps) {
  return (
    <div className={own.progress}>
      <ol className={css.steps}>
        {steps.map((name, index) => (
          <li
            key={name}
            data-state={index < current ? 'done' : index === current ? 'now' : 'ahead'}
            {...(index === current && { 'aria-current': 'step' as const })}
          >
            {index + 1}. {name}
          </li>
        ))}
      </ol>
      <p role="status">{said}</p>
      {action}
    </div>
  )
}
