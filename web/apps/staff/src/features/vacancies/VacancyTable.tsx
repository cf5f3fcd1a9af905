import type {
  KindergartensOwnVacanciesView,
  KindergartensPublisherView,
  KindergartensVacancyState,
  KindergartensVacancyView,
} from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type ChipKind, type Column, type TableChoice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { ServerTable } from '../../shared/tables/ServerTable'
import type { Searched } from '../../shared/tables/useSearched'
import { workplacesQuery } from '../../shared/workplace/queries'
import { vacanciesTexts } from './texts'
import { yearsOfGroups } from './years'

type Row = KindergartensVacancyView

const CHIP: Readonly<Record<KindergartensVacancyState, ChipKind>> = {
  waiting: 'wait',
  free_choice: 'act',
  none_left: 'ended',
}

interface VacancyTableProps {
  searched: Searched<KindergartensOwnVacanciesView>
  /** Whether one works in several kindergartens. */
  several: boolean
  empty: ReactNode
}

/** Every column of M1's picture with its filter; the API filters and sorts. */
export function VacancyTable({ searched, several, empty }: VacancyTableProps) {
  const t = useTexts(vacanciesTexts)
  const publishers = searched.query.data?.pages[0]?.publishers ?? []
  const [what, who] = [useGroupColumns(), useOriginColumns(publishers, several)]
  return (
    <ServerTable<Row>
      searched={searched}
      empty={empty}
      caption={t('caption')}
      keyOf={({ id }) => id}
      columns={[who.kindergarten, ...what, who.ownership, who.publisher, who.at, who.state]}
    />
  )
}

function useGroupColumns(): Column<Row>[] {
  const t = useTexts(vacanciesTexts)
  const word = useTexts(kindergartenTexts)
  const choice = { filter: 'choice', sortable: true } as const
  const number = { filter: 'number', sortable: true, numeric: true } as const
  const languages = (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: word(`in_${value}`) }))
  const kinds = (['general', 'correctional'] as const).map((value) => ({ value, label: word(value) }))
  return [
    {
      key: 'group_year',
      title: t('groupYear'),
      value: ({ group_year }) => group_year,
      choices: yearsOfGroups(),
      ...choice,
    },
    {
      key: 'language',
      title: t('language'),
      value: ({ language }) => word(`in_${language}`),
      choices: languages,
      ...choice,
    },
    { key: 'kind', title: t('kind'), value: ({ kind }) => word(kind), choices: kinds, ...choice },
    { key: 'total', title: t('total'), value: ({ total }) => total, ...number },
    { key: 'free', title: t('free'), value: ({ free }) => free, show: ({ free }) => <b>{free}</b>, ...number },
  ]
}

function useOriginColumns(publishers: readonly KindergartensPublisherView[], several: boolean) {
  const t = useTexts(vacanciesTexts)
  const language = useLanguage()
  const choice = { filter: 'choice', sortable: true } as const
  const owned = { state: t('stateOwned'), private: t('privatelyOwned'), mini_centre: t('miniCentre') }
  const states = (['waiting', 'free_choice', 'none_left'] as const).map((value) => ({ value, label: t(value) }))
  const column = (made: Column<Row>) => made
  return {
    kindergarten: column({
      key: 'kindergarten',
      title: t('kindergarten'),
      value: (row) => row.kindergarten_name[language],
      choices: useWorkplaceChoices(),
      sortable: true,
      ...(several && { filter: 'choice' as const }),
    }),
    ownership: column({
      key: 'ownership',
      title: t('ownership'),
      value: (row) => owned[row.ownership],
      choices: Object.entries(owned).map(([value, label]) => ({ value, label })),
      ...choice,
    }),
    publisher: column({
      key: 'confirmed_by',
      title: t('publisher'),
      value: (row) => row.confirmed_by_name ?? t('unknown'),
      choices: publishers.map(({ person_id, name }) => ({ value: person_id, label: name })),
      ...choice,
    }),
    at: column({
      key: 'confirmed_at',
      title: t('at'),
      value: (row) => row.confirmed_at,
      show: (row) => formatNumeric(row.confirmed_at),
      filter: 'day',
      sortable: true,
    }),
    state: column({
      key: 'state',
      title: t('state'),
      value: (row) => row.state,
      show: (row) => <Chip kind={CHIP[row.state]}>{row.state_name[language]}</Chip>,
      choices: states,
      ...choice,
    }),
  }
}

function useWorkplaceChoices(): readonly TableChoice[] {
  const language = useLanguage()
  const { data = [] } = useQuery(workplacesQuery)
  return data.map(({ id, name }) => ({ value: id, label: name[language] }))
}
