/** Vacancies with every column of M1's picture, for a worker's kindergartens or an officer's district (domain §6.1). */
import type { KindergartensPublisherView, KindergartensVacancyState, KindergartensVacancyView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type ChipKind, type Column, Small, type TableChoice } from '@kezek/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import type { Part } from '../tables/paged'
import { ServerTable } from '../tables/ServerTable'
import type { Searched } from '../tables/useSearched'
import { vacancyTexts } from './texts'
import { yearsOfGroups } from './years'

type Row = KindergartensVacancyView

const CHIP: Readonly<Record<KindergartensVacancyState, ChipKind>> = {
  waiting: 'wait',
  free_choice: 'act',
  none_left: 'ended',
}

interface VacancyTableProps {
  searched: Searched<Part<Row>>
  /** The kindergartens to choose from; one alone is no choice. */
  gardens: readonly TableChoice[]
  /** Who has published, to choose from; without a name: the district's policy. */
  publishers: readonly KindergartensPublisherView[]
  /** Where the kindergarten's name leads. */
  openedAt?: (row: Row) => string
  /** Where one reads who has annulled places, and why. */
  annulledAt?: (row: Row) => string
  empty: ReactNode
}

/** The API filters and sorts. */
export function VacancyTable(props: VacancyTableProps) {
  const { searched, empty } = props
  const t = useTexts(vacancyTexts)
  const [what, who] = [useGroupColumns(props), useOriginColumns(props)]
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

function useGroupColumns({ annulledAt }: VacancyTableProps): Column<Row>[] {
  const t = useTexts(vacancyTexts)
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
    {
      key: 'free',
      title: t('free'),
      value: ({ free }) => free,
      show: (row) => <Free row={row} at={annulledAt?.(row)} />,
      ...number,
    },
  ]
}

/** What an officer has annulled is said beside what is free. */
function Free({ row: { free, annulled }, at }: { row: Row; at: string | undefined }) {
  const t = useTexts(vacancyTexts)
  const many = t('annulledMany', { n: annulled })
  return (
    <>
      <b>{free}</b>
      {annulled > 0 && <Small>{at === undefined ? many : <Link href={at}>{many}</Link>}</Small>}
    </>
  )
}

function useOriginColumns({ gardens, publishers, openedAt }: VacancyTableProps) {
  const t = useTexts(vacancyTexts)
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
      ...(openedAt && { show: (row: Row) => <Link href={openedAt(row)}>{row.kindergarten_name[language]}</Link> }),
      choices: gardens,
      sortable: true,
      ...(gardens.length > 1 && { filter: 'choice' as const }),
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
      value: (row) => (row.by_policy ? t('byPolicy') : (row.confirmed_by_name ?? t('unknown'))),
      choices: publishers.map(({ person_id, name }) => ({ value: person_id, label: name ?? t('byPolicy') })),
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
