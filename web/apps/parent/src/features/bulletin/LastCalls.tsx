import type { QueueFiguresView } from '@kezek/api'
import { formatDay } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Small } from '@kezek/ui'

import { bulletinTexts } from './texts'

/** Who was called last, by number alone. */
export function LastCalls({ calls }: { calls: QueueFiguresView['calls'] }) {
  const t = useTexts(bulletinTexts)
  const language = useLanguage()
  return (
    <Card labelledBy="calls">
      <h2 id="calls">{t('calls')}</h2>
      {calls.length === 0 ? (
        <p>{t('noCalls')}</p>
      ) : (
        <Facts items={calls.map(({ number, on }) => ({ name: number, value: formatDay(on, language) }))} />
      )}
      <Small>{t('callsMore')}</Small>
    </Card>
  )
}
