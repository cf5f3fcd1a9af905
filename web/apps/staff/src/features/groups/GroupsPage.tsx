/** The groups of one's kindergarten: norm, who is there, who is on the way, what may still be published (domain §6.1). */
import type { KindergartensGroupView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, type Column, EmptyState, LinkButton, Loaded, Notice, Page, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'

import { groupsQuery } from '../../shared/groups/queries'
import { groupTexts } from '../../shared/groups/texts'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { addressOf } from './draft'
import { History } from './History'
import { groupsTexts } from './texts'

export default function GroupsPage() {
  const t = useTexts(groupsTexts)
  return <AtWork title={t('title')}>{(work) => <Groups {...work} />}</AtWork>
}

function Groups({ kindergarten }: Work) {
  const t = useTexts(groupsTexts)
  const language = useLanguage()
  const [params] = useSearchParams()
  const query = useQuery(groupsQuery(kindergarten.id))
  const empty = <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
  return (
    <Page title={t('title')} lead={kindergarten.name[language]}>
      {params.has('stated') && <Notice kind="ok" title={t('done')} live />}
      <p>{t('lead')}</p>
      <LinkButton href="/groups/state">{t('add')}</LinkButton>
      <Loaded query={query}>
        {(groups) => (
          <>
            <GroupTable rows={groups} empty={empty} />
            <AsOf at={query.dataUpdatedAt} />
          </>
        )}
      </Loaded>
      <History kindergarten={kindergarten.id} />
    </Page>
  )
}

type Row = KindergartensGroupView

function GroupTable({ rows, empty }: { rows: readonly Row[]; empty: React.ReactNode }) {
  const t = useTexts(groupsTexts)
  const word = useTexts(kindergartenTexts)
  const nameOf = ({ group_year: year, language, kind }: Row) => ({
    year: String(year),
    language: word(`in_${language}`),
    kind: word(kind),
  })
  return (
    <Table<Row>
      caption={t('title')}
      rows={rows}
      keyOf={({ group_year, language, kind }) => [group_year, language, kind].join('.')}
      empty={empty}
      columns={useColumns()}
      actions={(row) => (
        <Link href={addressOf(row)} aria-label={t('stateOf', nameOf(row))}>
          {t('state')}
        </Link>
      )}
    />
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(groupsTexts)
  const numbers = useTexts(groupTexts)
  const word = useTexts(kindergartenTexts)
  const number = (key: 'earlier' | 'enrolled' | 'on_the_way' | 'published', title: string): Column<Row> => ({
    key,
    title,
    value: (row) => row[key],
    numeric: true,
  })
  return [
    { key: 'group_year', title: t('groupYear'), value: ({ group_year }) => group_year },
    { key: 'language', title: t('language'), value: ({ language }) => word(`in_${language}`) },
    { key: 'kind', title: t('kind'), value: ({ kind }) => word(kind) },
    { key: 'norm', title: numbers('norm'), value: ({ norm }) => norm ?? numbers('noNorm'), numeric: true },
    number('earlier', numbers('earlier')),
    number('enrolled', numbers('enrolled')),
    number('on_the_way', numbers('onTheWay')),
    number('published', numbers('published')),
    {
      key: 'free',
      title: numbers('free'),
      value: ({ free }) => free ?? '',
      show: ({ free }) => <b>{free ?? '–'}</b>,
      numeric: true,
    },
  ]
}
