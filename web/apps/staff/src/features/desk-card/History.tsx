import type { ApplicationsHistoryView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Lines, Small } from '@kezek/ui'

import { deskCardTexts } from './texts'

/** Each change: when, why, by whom; newest first. */
export function History({ lines }: { lines: readonly ApplicationsHistoryView[] }) {
  const t = useTexts(deskCardTexts)
  const newestFirst = [...lines].reverse()
  return (
    <Card labelledBy="history">
      <h2 id="history">{t('history')}</h2>
      <Lines>
        {newestFirst.map((line, index) => (
          <li key={`${line.at}${line.code}${String(index)}`}>
            {formatNumeric(line.at)}: {line.text}
            <Small>{t('line', { reason: line.reason_text, actor: t(`actor_${line.actor}`) })}</Small>
          </li>
        ))}
      </Lines>
    </Card>
  )
}
