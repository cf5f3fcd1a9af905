/** That a kindergarten is closed, since when and by what ground (domain §6.6). */
import type { KindergartensClosedView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import { closingTexts } from './texts'

export function ClosedNotice({ closing: { at, ground } }: { closing: KindergartensClosedView }) {
  const t = useTexts(closingTexts)
  const language = useLanguage()
  return (
    <Notice title={t('closed', { day: formatDate(at, language) })}>
      {t('ground', { ground })} {t('meaning')}
    </Notice>
  )
}
