/** The region's kindergartens: found, added, opened (domain §1). */
import type { KindergartensKindergartenView } from '@kezek/api'
import { formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { type Column, EmptyState, LinkButton, Page, Tabs } from '@kezek/ui'
import { Link, useSearchParams } from 'wouter'

import { useDistrictChoices, useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { ServerTable } from '../../shared/tables/ServerTable'
import { useSearched } from '../../shared/tables/useSearched'
import { kindergartensQuery, OWNERSHIPS } from './queries'
import { kindergartensTexts } from './texts'

export default function KindergartensPage() {
  const t = useTexts(kindergartensTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <LinkButton href="/kindergartens/add">{t('add')}</LinkButton>
          <OpenOrClosed />
        </Page>
      )}
    </ForAdministrator>
  )
}

function OpenOrClosed() {
  const t = useTexts(kindergartensTexts)
  const [params] = useSearchParams()
  const closed = params.has('closed')
  const tabs = [
    { href: '/kindergartens', label: t('open'), current: !closed },
    { href: '/kindergartens?closed=1', label: t('closed'), current: closed },
  ]
  return (
    <>
      <Tabs label={t('title')} items={tabs} />
      <Found key={String(closed)} closed={closed} />
    </>
  )
}

function Found({ closed }: { closed: boolean }) {
  const t = useTexts(kindergartensTexts)
  const searched = useSearched({ filters: {}, sort: { key: 'name', descending: false } }, kindergartensQuery(closed))
  const empty = <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
  return (
    <ServerTable
      searched={searched}
      caption={t('title')}
      keyOf={({ id }) => id}
      columns={useColumns()}
      empty={empty}
      nothingFits={empty}
    />
  )
}

function useColumns(): Column<KindergartensKindergartenView>[] {
  const t = useTexts(kindergartensTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const [choices, nameOf] = [useDistrictChoices(), useDistrictNames()]
  return [
    {
      key: 'name',
      title: t('name'),
      value: ({ name }) => name[language],
      show: ({ id, name }) => <Link href={`/kindergartens/${id}`}>{name[language]}</Link>,
      filter: 'text',
      sortable: true,
    },
    {
      key: 'district',
      title: t('district'),
      value: ({ district }) => nameOf(district),
      filter: 'choice',
      choices,
      sortable: true,
    },
    {
      key: 'ownership',
      title: word('kind'),
      value: ({ ownership }) => word(ownership),
      filter: 'choice',
      choices: OWNERSHIPS.map((value) => ({ value, label: word(value) })),
      sortable: true,
    },
    { key: 'address', title: word('address'), value: ({ address }) => address[language] },
    {
      key: 'phone',
      title: word('phone'),
      value: ({ phone }) => phone,
      show: ({ phone }) => <a href={phoneLink(phone)}>{formatPhone(phone)}</a>,
    },
  ]
}
