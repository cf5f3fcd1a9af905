import type { QueueQueueCountsView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, type Column, EmptyState, Table } from '@kezek/ui'
import { QueueBar } from '@kezek/ui/bars'

import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { type Counts, queuesOf } from './counts'
import { dashboardTexts } from './texts'

/** Who waits in each queue, by class, and what is free; of the region, its queues of all districts together. */
export function Queues({ queues }: { queues: readonly QueueQueueCountsView[] }) {
  const t = useTexts(dashboardTexts)
  const rows = queuesOf(queues)
  const most = Math.max(1, ...rows.slice(1).map(({ waiting }) => waiting))
  return (
    <Card labelledBy="queues">
      <h2 id="queues">{t('queues')}</h2>
      <Table
        caption={t('queues')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={useColumns(most)}
        empty={<EmptyState title={t('noQueues')}>{t('noQueuesMore')}</EmptyState>}
      />
    </Card>
  )
}

function useColumns(most: number): Column<Counts>[] {
  const t = useTexts(dashboardTexts)
  const words = useTexts(dashboardSharedTexts)
  const language = useLanguage()
  const number = (key: string, title: string, value: (row: Counts) => number): Column<Counts> => ({
    key,
    title,
    value,
    show: (row) => formatNumber(value(row), language),
    numeric: true,
  })
  const nameOf = ({ kind, year }: Counts) =>
    kind === null ? t('all') : t('ofYear', { year: String(year), kind: t(`kind_${kind}`) })
  return [
    {
      key: 'queue',
      title: t('queue'),
      value: nameOf,
      show: (row) => (
        <>
          {nameOf(row)}
          {row.kind !== null && <QueueBar waiting={row.waiting} byClass={row.by_class} most={most} />}
        </>
      ),
    },
    number('waiting', words('waiting'), ({ waiting }) => waiting),
    number('extraordinary', t('extraordinary'), ({ by_class: { extraordinary } }) => extraordinary),
    number('priority', t('priority'), ({ by_class: { priority } }) => priority),
    number('general', t('general'), ({ by_class: { general } }) => general),
    number('transfer', t('transfer'), ({ by_class: { transfer } }) => transfer),
    number('called', words('called'), ({ called }) => called),
    number('free', words('free'), ({ free }) => free),
    number('freeChoice', words('freeChoice'), ({ free_choice: open }) => open),
  ]
}
