import type { KindergartensEnrolledChildView } from '@kezek/api'
import { formatIin, formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { type Column, Table } from '@kezek/ui'
import type { ReactNode } from 'react'

import { rosterTexts } from './texts'

type Row = KindergartensEnrolledChildView

/** The whole list is here: a search field over every column, as M1 has it. */
export function RosterTable({ rows, empty }: { rows: readonly Row[]; empty: ReactNode }) {
  const t = useTexts(rosterTexts)
  return (
    <Table<Row>
      caption={t('title')}
      rows={rows}
      keyOf={({ referral_number }) => referral_number}
      empty={empty}
      columns={useColumns()}
    />
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(rosterTexts)
  const word = useTexts(kindergartenTexts)
  const searched = { filter: 'text', sortable: true } as const
  const chosen = { filter: 'choice', sortable: true } as const
  return [
    { key: 'name', title: t('name'), value: nameOf, ...searched },
    {
      key: 'iin',
      title: t('iin'),
      value: ({ iin }) => `${iin} ${formatIin(iin)}`,
      show: ({ iin }) => formatIin(iin),
      ...searched,
    },
    {
      key: 'born',
      title: t('born'),
      value: ({ birth_date }) => birth_date,
      show: ({ birth_date }) => formatNumeric(birth_date),
      filter: 'day',
      sortable: true,
    },
    { key: 'application', title: t('application'), value: (row) => row.application_number, ...searched },
    { key: 'referral', title: t('referral'), value: (row) => row.referral_number, ...searched },
    { key: 'year', title: t('year'), value: ({ group_year }) => group_year, ...chosen },
    { key: 'language', title: t('language'), value: ({ language }) => word(`in_${language}`), ...chosen },
    {
      key: 'accepted',
      title: t('accepted'),
      value: ({ accepted_at }) => accepted_at,
      show: ({ accepted_at }) => formatNumeric(accepted_at),
      filter: 'day',
      sortable: true,
    },
  ]
}

function nameOf({ surname, given_name, patronymic }: Row): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ')
}
