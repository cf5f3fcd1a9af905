/** A question before what cannot be undone: Escape cancels, the focus starts on the heading and returns. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

import css from './Dialog.module.css'

interface DialogProps {
  title: string
  onCancel: () => void
  children: ReactNode
  /** The buttons: the verb first, the way back last. */
  actions: ReactNode
}

/** Shown while it is rendered. */
export function Dialog({ title, onCancel, children, actions }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    heading.current?.focus()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault() // whoever shows it takes it away
        onCancel()
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div className={css.actions}>{actions}</div>
    </dialog>,
    document.body, // whatever it is asked in has no say in how it looks
  )
}
