/** Who would move, and by how much: computed on the live queues, which it does not touch. */
import type { QueueDistrictSortingView } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { EmptyState, Notice, Table } from '@kezek/ui'

import { sortingTexts } from './texts'

type Row = QueueDistrictSortingView['queues'][number]

export function Forecast({ sorting }: { sorting: QueueDistrictSortingView }) {
  return (
    <>
      <Sums sorting={sorting} />
      <Queues queues={sorting.queues} />
    </>
  )
}

function Sums({ sorting: { queues, moves } }: { sorting: QueueDistrictSortingView }) {
  const t = useTexts(sortingTexts)
  const word = useTexts(kindergartenTexts)
  const sum = (of: (queue: Row) => number) => queues.reduce((all, each) => all + of(each), 0)
  const [waiting, tooOld] = [sum((each) => each.waiting), sum((each) => each.too_old)]
  return (
    <Notice kind="info" title={t('who')}>
      <p>{t('waiting', { n: waiting })}</p>
      {moves.length === 0 && <p>{t('nobodyGoes')}</p>}
      {moves.map(({ kind, from_year: from, to_year: to, children: n }) => (
        <p key={[kind, from, to].join()}>{t('goes', { n, kind: word(kind), from: String(from), to: String(to) })}</p>
      ))}
      {tooOld > 0 && <p>{t('tooOld', { n: tooOld })}</p>}
      <p>{t('ownPlace')}</p>
    </Notice>
  )
}

/** Each queue: who leaves it, and how those who stay would move by that. */
function Queues({ queues }: { queues: readonly Row[] }) {
  const t = useTexts(sortingTexts)
  const word = useTexts(kindergartenTexts)
  const most = (many: number, by: number) => (many === 0 ? '0' : t('byMost', { many, by }))
  return (
    <Table<Row>
      caption={t('queues')}
      rows={queues.filter(({ waiting, leaving }) => waiting + leaving > 0)}
      keyOf={({ queue }) => [queue.kind, queue.group_year].join('.')}
      empty={<EmptyState title={t('noQueues')} />}
      columns={[
        { key: 'queue', title: t('queue'), value: ({ queue }) => `${String(queue.group_year)}, ${word(queue.kind)}` },
        { key: 'waiting', title: t('children'), value: ({ waiting }) => waiting, numeric: true },
        { key: 'leaving', title: t('leaving'), value: ({ leaving }) => leaving, numeric: true },
        { key: 'forward', title: t('forward'), value: ({ forward, forward_most: by }) => most(forward, by) },
        { key: 'back', title: t('backward'), value: ({ back, back_most: by }) => most(back, by) },
        { key: 'old', title: t('old'), value: ({ too_old: old }) => old, numeric: true },
      ]}
    />
  )
}
