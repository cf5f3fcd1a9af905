import type { KindergartensStayView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { type Column, Table } from '@kezek/ui'

import { useGroupName } from '../../shared/roster/words'
import { childTexts } from './texts'

type Row = KindergartensStayView

/** From when until when in which group, and how the child came and went. */
export function Stays({ stays }: { stays: readonly Row[] }) {
  const t = useTexts(childTexts)
  return (
    <Table<Row>
      caption={t('way')}
      rows={stays}
      keyOf={({ enrolment_id }) => enrolment_id}
      empty={null}
      columns={useColumns()}
    />
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(childTexts)
  const language = useLanguage()
  const groupName = useGroupName()
  const end = ({ ended_on }: Row) => (ended_on ? formatNumeric(ended_on) : t('now'))
  return [
    { key: 'kindergarten', title: t('kindergarten'), value: (row) => row.kindergarten_name[language] },
    { key: 'group', title: t('group'), value: groupName },
    { key: 'period', title: t('period'), value: (row) => `${formatNumeric(row.since)} – ${end(row)}` },
    { key: 'begun', title: t('begun'), value: (row) => t(`begun_${row.begun_by}`) },
    {
      key: 'ended',
      title: t('ended'),
      value: (row) => (row.ended_by ? t(`ended_${row.ended_by}`) : '–'),
      show: (row) => <Ended row={row} />,
    },
  ]
}

function Ended({ row }: { row: Row }) {
  const t = useTexts(childTexts)
  const language = useLanguage()
  if (!row.ended_by) return '–'
  return [t(`ended_${row.ended_by}`), row.reason_name?.[language], row.remark].filter(Boolean).join(': ')
}
