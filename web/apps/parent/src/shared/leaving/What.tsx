import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import type { ReactNode } from 'react'

import { leavingQueueTexts } from './texts'

interface WhatProps {
  /** What follows; what does not is left out. */
  lines: readonly (string | false | null)[]
  children?: ReactNode
}

/** What follows from the signature, said before it; that the family is told of it comes last. */
export function What({ lines, children }: WhatProps) {
  const t = useTexts(leavingQueueTexts)
  const said = [...lines, t('told')].filter((line) => typeof line === 'string')
  return (
    <Card labelledBy="follows" marked="act">
      <h2 id="follows">{t('what')}</h2>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
