import type { QueueSumsView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts } from '@kezek/ui'
import { QueueBar } from '@kezek/ui/bars'

import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { regionTexts } from './texts'

/** All queues of the region together. */
export function Sums({ sums }: { sums: QueueSumsView }) {
  const t = useTexts(regionTexts)
  const words = useTexts(dashboardSharedTexts)
  const language = useLanguage()
  const told = (many: number) => formatNumber(many, language)
  return (
    <Card labelledBy="sums" marked>
      <h2 id="sums">{t('sums')}</h2>
      <QueueBar waiting={sums.waiting} byClass={sums.by_class} most={Math.max(1, sums.waiting)} />
      <Facts
        items={[
          { name: words('waiting'), value: told(sums.waiting) },
          { name: words('called'), value: told(sums.called) },
          { name: words('free'), value: told(sums.free) },
          { name: words('freeChoice'), value: told(sums.free_choice) },
        ]}
      />
    </Card>
  )
}
