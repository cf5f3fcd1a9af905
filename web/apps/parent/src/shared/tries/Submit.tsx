import { useTexts } from '@kezek/i18n'
import { Actions, Button } from '@kezek/ui'
import type { ReactNode } from 'react'

import { useSpanUntil } from './Countdown'
import { triesTexts } from './texts'
import type { Tries } from './useTries'

interface SubmitProps {
  tries: Tries
  label: string
  /** While it is on its way. */
  busy: string
  /** Other buttons beside it. */
  children?: ReactNode
}

/** The main button of a form: off while it is sent, and while one must wait, with how long. */
export function Submit({ tries, label, busy, children }: SubmitProps) {
  const t = useTexts(triesTexts)
  const span = useSpanUntil(tries.waitUntil)
  return (
    <>
      <Actions>
        <Button type="submit" aria-disabled={tries.busy || span !== null}>
          {tries.busy ? busy : label}
        </Button>
        {children}
      </Actions>
      {span !== null && <p>{t('waitLeft', { span })}</p>}
    </>
  )
}
