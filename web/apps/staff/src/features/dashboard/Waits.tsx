import type { QueueDashboardView, QueueWaitsView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, type Column, DayField, Fold, Loaded, Small, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import form from '../../shared/admin/Form.module.css'
import { useDays } from './days'
import { dashboardQuery, type Period, type Whose } from './queries'
import { dashboardTexts } from './texts'

interface WaitsProps {
  whose: Whose
  /** Of the usual period: its days are shown where none are chosen. */
  usual: QueueDashboardView
  period: Period
  onChoose: (period: Period) => void
}

/** How long one waited until the first turn in a period, and has waited by now. */
export function Waits({ whose, usual, period, onChoose }: WaitsProps) {
  const t = useTexts(dashboardTexts)
  const { from, to } = period
  return (
    <Card labelledBy="waits">
      <h2 id="waits">{t('waits')}</h2>
      <div className={form.three}>
        <DayField
          label={t('from')}
          value={from || usual.first_day}
          onChoose={(day) => onChoose({ ...period, from: day })}
        />
        <DayField label={t('to')} value={to || usual.last_day} onChoose={(day) => onChoose({ ...period, to: day })} />
      </div>
      <Small>{t('waitsMore')}</Small>
      <Loaded query={useQuery(dashboardQuery(whose, period))}>{({ waits }) => <Tables waits={waits} />}</Loaded>
    </Card>
  )
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
