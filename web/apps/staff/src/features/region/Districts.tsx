import type { QueueDistrictStandingView, QueuePolicyBriefView } from '@kezek/api'
import { formatDate, formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type Column, EmptyState, Loaded, Small, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { regionDuesQuery } from '../../shared/dashboards/dues'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { Part } from '../../shared/rules/Part'
import { regionTexts } from './texts'

type Row = QueueDistrictStandingView

/** Each district: its queues, its decisions, its policy, and the ways to them. */
export function Districts({ districts }: { districts: readonly Row[] }) {
  const t = useTexts(regionTexts)
  const language = useLanguage()
  return (
    <Part id="districts" title={t('districts')}>
      <Loaded query={useQuery(regionDuesQuery)}>{() => null}</Loaded>
      <Table
        caption={t('districts')}
        rows={districts}
        keyOf={({ code }) => code}
        columns={useColumns()}
        actions={({ code, name }) => (
          <Link href={`/rules?district=${code}`} aria-label={t('toPolicyOf', { district: name[language] })}>
            {t('toPolicy')}
          </Link>
        )}
        empty={<EmptyState title={t('none')} />}
      />
    </Part>
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(regionTexts)
  const words = useTexts(dashboardSharedTexts)
  const language = useLanguage()
  const numbers = useNumbers()
  return [
    {
      key: 'name',
      title: t('district'),
      value: ({ name }) => name[language],
      show: ({ code, name }) => (
        <Link href={`/dashboard?district=${code}`} aria-label={t('toFigures', { district: name[language] })}>
          {name[language]}
        </Link>
      ),
      filter: 'text',
      sortable: true,
    },
    numbers('waiting', words('waiting'), ({ sums }) => sums.waiting),
    numbers('called', words('called'), ({ sums }) => sums.called),
    numbers('free', words('free'), ({ sums }) => sums.free),
    ...useDueColumns(),
    {
      key: 'policy',
      title: t('policy'),
      value: ({ policy }) => policy.in_force_from,
      show: ({ policy, coming }) => <Policy policy={policy} coming={coming} />,
    },
  ]
}

/** Decisions come from their own service: until it has answered there are none to show, and the page says why. */
function useDueColumns(): Column<Row>[] {
  const t = useTexts(regionTexts)
  const words = useTexts(dashboardSharedTexts)
  const numbers = useNumbers()
  const { data } = useQuery(regionDuesQuery)
  if (data === undefined) return []
  const of = ({ code }: Row) => data.items.find(({ district }) => district === code)?.dues
  const late = (row: Row) => of(row)?.overdue ?? 0
  return [
    numbers('due', t('due'), (row) => of(row)?.waiting ?? 0),
    {
      ...numbers('overdue', words('overdue'), late),
      show: (row) => (late(row) > 0 ? <Chip kind="bad">{String(late(row))}</Chip> : '0'),
    },
  ]
}

function useNumbers(): (key: string, title: string, value: (row: Row) => number) => Column<Row> {
  const language = useLanguage()
  return (key, title, value) => ({
    key,
    title,
    value,
    show: (row) => formatNumber(value(row), language),
    numeric: true,
    sortable: true,
  })
}

interface PolicyProps {
  policy: QueuePolicyBriefView
  coming: QueuePolicyBriefView | null
}

function Policy({ policy, coming }: PolicyProps) {
  const t = useTexts(regionTexts)
  const language = useLanguage()
  const words = ({ profile, version, in_force_from: from }: QueuePolicyBriefView) => ({
    profile: t(profile),
    version,
    day: formatDate(from, language),
  })
  return (
    <>
      {t('version', words(policy))} ({t(policy.district === null ? 'regions' : 'own')})
      {coming && <Small>{t('comes', words(coming))}</Small>}
    </>
  )
}
