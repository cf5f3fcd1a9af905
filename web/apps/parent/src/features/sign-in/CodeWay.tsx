/** Signing in by a one-time code: «Кіру» once to ask for it, once to hand it in. */
import type { AuthCodesView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { useState } from 'react'

import { AskCode } from './AskCode'
import { type AskedFor, keepAsked, keptAsked, useAsEscort } from './asked'
import { EnterCode } from './EnterCode'
import { Important } from './Important'
import type { Typed } from './typed'
import { signInTexts } from './texts'

interface CodeWayProps {
  codes: AuthCodesView
  important: string | null
  typed: Typed
}

export function CodeWay({ codes, important, typed }: CodeWayProps) {
  const t = useTexts(signInTexts)
  const asEscort = useAsEscort()
  const [asked, setAsked] = useState(keptAsked)
  const remember = (next: AskedFor | null) => {
    keepAsked(next)
    setAsked(next)
  }
  return (
    <>
      <h2>{t('codeTitle')}</h2>
      {asEscort && (
        <Notice kind="info" title={t('escort')}>
          {t('escortMore')}
        </Notice>
      )}
      {asked ? (
        <EnterCode key={asked.codeId} asked={asked} codes={codes} typed={typed} onAsked={remember} />
      ) : (
        <>
          <p>{t('codeAbout')}</p>
          {important !== null && <Important>{important}</Important>}
          <AskCode codes={codes} typed={typed} onAsked={remember} />
        </>
      )}
      <p>{t('codeSigns')}</p>
    </>
  )
}
