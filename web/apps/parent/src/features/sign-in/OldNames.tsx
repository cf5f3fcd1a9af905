import { useTexts } from '@kezek/i18n'
import { Fold } from '@kezek/ui'

import { signInTexts } from './texts'

/** The manuals show three ages of a window that is NCALayer's own now; their words are found here (M1–M5). */
export function OldNames() {
  const t = useTexts(signInTexts)
  return (
    <Fold summary={t('oldNames')}>
      <ul>
        <li>{t('oldNamesChoose')}</li>
        <li>{t('oldNamesWindow')}</li>
        <li>{t('oldNamesRefresh')}</li>
      </ul>
    </Fold>
  )
}
