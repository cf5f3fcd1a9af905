/** Something is on its way: never a picture alone, always said in words. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { Suspense } from 'react'

import css from './Spinner.module.css'

export function Spinner({ children }: { children?: string | undefined }) {
  const t = useTexts(commonTexts)
  return (
    <p className={css.spinner} role="status">
      {children ?? t('loading')}
    </p>
  )
}

/** A place whose content comes with its own chunk. */
export function Awaiting({ children }: { children: React.ReactNode }) {
  return <Suspense fallback={<Spinner />}>{children}</Suspense>
}
