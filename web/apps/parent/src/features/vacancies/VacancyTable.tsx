import type { KindergartensFreePlacesView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, Table } from '@kezek/ui'
import { Link } from 'wouter'

import { vacanciesTexts } from './texts'

type Row = KindergartensFreePlacesView

export function VacancyTable({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(vacanciesTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  return (
    <Table<Row>
      caption={t('caption')}
      rows={rows}
      keyOf={(row) => [row.kindergarten.id, row.group_year, row.language, row.kind].join()}
      empty={null}
      columns={[
        {
          key: 'kindergarten',
          title: t('kindergarten'),
          value: (row) => row.kindergarten.name[language],
          show: ({ kindergarten: { id, name } }) => <Link href={`/kindergartens/${id}`}>{name[language]}</Link>,
          filter: 'text',
          sortable: true,
        },
        {
          key: 'year',
          title: t('groupYear'),
          value: (row) => String(row.group_year),
          filter: 'choice',
          sortable: true,
        },
        {
          key: 'language',
          title: t('language'),
          value: (row) => word(`in_${row.language}`),
          filter: 'choice',
          sortable: true,
        },
        { key: 'kind', title: t('groupKind'), value: (row) => word(row.kind), filter: 'choice', sortable: true },
        {
          key: 'ownership',
          title: t('ownership'),
          value: (row) => word(row.kindergarten.ownership),
          filter: 'choice',
          sortable: true,
        },
        { key: 'address', title: word('address'), value: (row) => row.kindergarten.address[language], filter: 'text' },
        { key: 'free', title: t('free'), value: (row) => row.free, numeric: true, sortable: true },
        { key: 'open', title: t('freeChoice'), value: (row) => row.in_free_choice, numeric: true, sortable: true },
        {
          key: 'state',
          title: t('state'),
          value: (row) => row.state_name[language],
          show: (row) => <Chip kind={row.state === 'free_choice' ? 'act' : 'wait'}>{row.state_name[language]}</Chip>,
          filter: 'choice',
          sortable: true,
        },
      ]}
    />
  )
}
