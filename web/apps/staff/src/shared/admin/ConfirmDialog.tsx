import { useTexts } from '@kezek/i18n'
import { Button, Dialog } from '@kezek/ui'
import type { ReactNode } from 'react'

import { adminTexts } from './texts'

interface ConfirmDialogProps {
  title: string
  /** On the button that does it. */
  act: string
  onCancel: () => void
  onAct: () => void
  children: ReactNode
}

/** Asks before something is taken away. */
export function ConfirmDialog({ title, act, onCancel, onAct, children }: ConfirmDialogProps) {
  const t = useTexts(adminTexts)
  return (
    <Dialog
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button kind="bad" onClick={onAct}>
            {act}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
