/** Fields one below the other. */
import type { ReactNode } from 'react'

import css from './Stack.module.css'

export function Stack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>
}

interface FormBoxProps {
  onSubmit: () => void
  children: ReactNode
}

/** A form of them: what is wrong is said by it, not by the browser. */
export function FormBox({ onSubmit, children }: FormBoxProps) {
  return (
    <form
      noValidate
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
