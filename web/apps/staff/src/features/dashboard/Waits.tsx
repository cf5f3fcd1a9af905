import type { QueueDashboardView, QueueWaitsView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, type Column, DayField, Fold, Loaded, Small, Table } from '@kezek/ui'
import type { UseQueryResult } from '@tanstack/react-query'

import form from '../../shared/admin/Form.module.css'
import { useDays } from './days'
import type { Period } from './queries'
import { dashboardTexts } from './texts'

interface WaitsProps {
  /** Of the usual period, which ends today. */
  usual: QueueDashboardView
  /** What was chosen of it. */
  period: Period
  /** Of the period that was chosen. */
  query: UseQueryResult<QueueDashboardView>
  onChoose: (period: Period) => void
}

/** How long one waited until the first turn in a period, and has waited by now. */
export function Waits({ usual, period, query, onChoose }: WaitsProps) {
  const t = useTexts(dashboardTexts)
  const { first, last } = daysOf(period, query.data, usual)
  return (
    <Card labelledBy="waits">
      <h2 id="waits">{t('waits')}</h2>
      <div className={form.three}>
        <DayField label={t('from')} value={first} onChoose={(day) => onChoose({ ...period, from: day })} />
        <DayField label={t('to')} value={last} onChoose={(day) => onChoose({ ...period, to: day })} />
      </div>
      <Small>{t('waitsMore')}</Small>
      <Loaded query={query}>{({ waits }) => <Tables waits={waits} />}</Loaded>
    </Card>
  )
}

/** What was chosen, and beside it the days that the numbers are of: the first one follows the last. */
function daysOf({ from, to }: Period, told: QueueDashboardView | undefined, usual: QueueDashboardView) {
  return {
    first: from || (told?.first_day ?? (to ? '' : usual.first_day)),
    last: to || (told ?? usual).last_day,
  }
}

function Tables({ waits }: { waits: readonly QueueWaitsView[] }) {
  const t = useTexts(dashboardTexts)
  const ofClasses = waits.filter(({ kind }) => kind === null)
  const ofQueues = waits.filter(({ kind, queue_class: name }) => kind !== null && name === null)
  const ofBoth = waits.filter(({ kind, queue_class: name }) => kind !== null && name !== null)
  return (
    <>
      {ofClasses.every(({ called }) => called === 0) && <p role="status">{t('noneCalled')}</p>}
      <h3>{t('byClass')}</h3>
      <WaitsTable caption={t('byClass')} rows={ofClasses} />
      {ofQueues.length > 0 && (
        <>
          <h3>{t('byQueue')}</h3>
          <WaitsTable caption={t('byQueue')} rows={ofQueues} />
          <Fold summary={t('eachClass')}>
            <WaitsTable caption={t('eachClass')} rows={ofBoth} />
          </Fold>
        </>
      )}
    </>
  )
}

function WaitsTable({ caption, rows }: { caption: string; rows: readonly QueueWaitsView[] }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ kind, group_year, queue_class }) => [kind, group_year, queue_class].join('.')}
      columns={useColumns()}
      empty={null}
    />
  )
}

function useColumns(): Column<QueueWaitsView>[] {
  const t = useTexts(dashboardTexts)
  const language = useLanguage()
  const days = useDays()
  const span = (key: 'average' | 'median' | 'so_far' | 'longest', title: string): Column<QueueWaitsView> => ({
    key,
    title,
    value: (row) => row[`${key}_days`] ?? 0,
    show: (row) => days(row[`${key}_days`]),
    numeric: true,
  })
  const number = (key: 'called' | 'waiting', title: string): Column<QueueWaitsView> => ({
    key,
    title,
    value: (row) => row[key],
    show: (row) => formatNumber(row[key], language),
    numeric: true,
  })
  return [
    { key: 'group', title: t('group'), value: useNameOf() },
    number('called', t('calledIn')),
    span('average', t('average')),
    span('median', t('median')),
    number('waiting', t('waitingNow')),
    span('so_far', t('soFar')),
    span('longest', t('longest')),
  ]
}

function useNameOf(): (waits: QueueWaitsView) => string {
  const t = useTexts(dashboardTexts)
  return ({ kind, group_year: year, queue_class: name }) => {
    const queue = kind && t('ofYear', { year: String(year), kind: t(`kind_${kind}`) })
    return [queue, name && t(name)].filter(Boolean).join(', ') || t('all')
  }
}
