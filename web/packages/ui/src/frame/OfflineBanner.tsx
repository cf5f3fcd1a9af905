/** Says that the connection is gone, for as long as it is. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { useSyncExternalStore } from 'react'

import css from './Frame.module.css'

export function OfflineBanner() {
  const t = useTexts(commonTexts)
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <div role="status">{!online && <p className={css.offline}>{t('offline')}</p>}</div>
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
