import type { KindergartensEnrolledChildView, KindergartensRosterView } from '@kezek/api'
import { formatIin, formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { type Column, Hidden, LinkButton } from '@kezek/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { nameOf, REASONS } from '../../shared/roster/words'
import { ServerTable } from '../../shared/tables/ServerTable'
import type { Searched } from '../../shared/tables/useSearched'
import { yearsOfGroups } from '../../shared/vacancies/years'

type Row = KindergartensEnrolledChildView

interface RosterTableProps {
  searched: Searched<KindergartensRosterView>
  /** Those who are there, or those who have left. */
  present: boolean
  empty: ReactNode
}

/** A filter over every column, as M1 has it; the API filters and sorts. «Кетті» stands in each row. */
export function RosterTable({ searched, present, empty }: RosterTableProps) {
  const t = useTexts(rosterSharedTexts)
  const [child, group, way] = [useChildColumns(), useGroupColumns(), useWayColumns(present)]
  return (
    <ServerTable<Row>
      caption={t('list')}
      searched={searched}
      empty={empty}
      keyOf={({ enrolment_id }) => enrolment_id}
      columns={[...child, ...group, ...way]}
      {...(present && {
        actions: (row: Row) => (
          <LinkButton href={`/roster/${row.enrolment_id}/departure`} kind="second" small>
            {t('left')}
            <Hidden>: {nameOf(row)}</Hidden>
          </LinkButton>
        ),
      })}
    />
  )
}

const searched = { filter: 'text', sortable: true } as const
const chosen = { filter: 'choice', sortable: true } as const
const byDay = { filter: 'day', sortable: true } as const

function useChildColumns(): Column<Row>[] {
  const t = useTexts(rosterSharedTexts)
  return [
    {
      key: 'name',
      title: t('name'),
      value: nameOf,
      show: (row) => <Link href={`/roster/${row.enrolment_id}`}>{nameOf(row)}</Link>,
      ...searched,
    },
    { key: 'iin', title: t('iin'), value: ({ iin }) => iin, show: ({ iin }) => formatIin(iin), ...searched },
    {
      key: 'born',
      title: t('born'),
      value: ({ birth_date }) => birth_date,
      show: ({ birth_date }) => formatNumeric(birth_date),
      ...byDay,
    },
    { key: 'application_number', title: t('application'), value: (row) => row.application_number, ...searched },
    { key: 'referral_number', title: t('referral'), value: (row) => row.referral_number, ...searched },
  ]
}

function useGroupColumns(): Column<Row>[] {
  const t = useTexts(rosterSharedTexts)
  const word = useTexts(kindergartenTexts)
  const languages = (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: word(`in_${value}`) }))
  const kinds = (['general', 'correctional'] as const).map((value) => ({ value, label: word(value) }))
  return [
    { key: 'group_year', title: t('year'), value: (row) => row.group_year, choices: yearsOfGroups(), ...chosen },
    {
      key: 'language',
      title: t('language'),
      value: (row) => word(`in_${row.language}`),
      choices: languages,
      ...chosen,
    },
    { key: 'kind', title: t('kind'), value: ({ kind }) => word(kind), choices: kinds, ...chosen },
  ]
}

function useWayColumns(present: boolean): Column<Row>[] {
  const t = useTexts(rosterSharedTexts)
  const language = useLanguage()
  const day = (key: string, title: string, value: (row: Row) => string): Column<Row> => ({
    key,
    title,
    value,
    show: (row) => value(row) && formatNumeric(value(row)),
    ...byDay,
  })
  const accepted = day('accepted', t('accepted'), (row) => row.accepted_at)
  if (present) return [accepted]
  return [
    accepted,
    day('left', t('leftOn'), (row) => row.ended_on ?? ''),
    {
      key: 'reason',
      title: t('why'),
      value: (row) => row.reason_name?.[language] ?? '',
      choices: REASONS.map((value) => ({ value, label: t(`reason_${value}`) })),
      ...chosen,
    },
  ]
}
