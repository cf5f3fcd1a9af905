import { useTexts } from '@kezek/i18n'
import { Fold } from '@kezek/ui'
import type { ReactNode } from 'react'

import { signingTexts } from '../texts'

/** The manuals show three ages of a window that is NCALayer's own now; their words are found here (M1–M5). */
export function OldNames({ children }: { children?: ReactNode }) {
  const t = useTexts(signingTexts)
  return (
    <Fold summary={t('oldNames')}>
      <ul>
        {children}
        <li>{t('oldNamesWindow')}</li>
        <li>{t('oldNamesChosen')}</li>
        <li>{t('oldNamesRefresh')}</li>
      </ul>
    </Fold>
  )
}
