import type { QueuePolicyPreviewView } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { EmptyState, Table } from '@kezek/ui'

import { useDistrictNames } from '../../shared/admin/districts'
import { changePolicyTexts } from './texts'

type Row = QueuePolicyPreviewView['queues'][number]

/** Each queue: how many move, and who moves farthest. */
export function QueueTable({ preview: { queues, district } }: { preview: QueuePolicyPreviewView }) {
  const t = useTexts(changePolicyTexts)
  const word = useTexts(kindergartenTexts)
  const nameOf = useDistrictNames()
  const called = ({ queue }: Row) =>
    [...(district === null ? [nameOf(queue.district)] : []), String(queue.group_year), word(queue.kind)].join(', ')
  return (
    <Table<Row>
      caption={t('queues')}
      rows={queues.filter(({ in_order, being_called }) => in_order + being_called > 0)}
      keyOf={({ queue }) => [queue.district, queue.kind, queue.group_year].join('.')}
      empty={<EmptyState title={t('noQueues')} />}
      columns={[
        { key: 'queue', title: t('queue'), value: called, filter: 'text', sortable: true },
        { key: 'waiting', title: t('waiting'), value: ({ in_order }) => in_order, sortable: true, numeric: true },
        ...(['forward', 'back'] as const).map((way) => ({
          key: way,
          title: t(way === 'forward' ? 'forward' : 'backward'),
          value: ({ moves }: Row) => moves?.[way] ?? -1,
          show: ({ moves }: Row) => moves?.[way] ?? t('notCompared'),
          sortable: true,
          numeric: true,
        })),
        { key: 'farthest', title: t('farthest'), value: farthest },
        {
          key: 'age',
          title: t('byAge'),
          value: ({ become_callable, cease_callable }) => `+${String(become_callable)} −${String(cease_callable)}`,
        },
      ]}
    />
  )
}

function farthest({ moves }: Row): string {
  const both = [moves?.farthest_forward, moves?.farthest_back]
  return both.flatMap((move) => (move ? [`${String(move.was)} → ${String(move.becomes)}`] : [])).join(' · ') || '–'
}
