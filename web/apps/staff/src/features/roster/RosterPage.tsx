/** «Балалар тізімі»: who is enrolled in the kindergarten one works in, and who has left it (domain §7, M1 §4). */
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, AsOf, Button, EmptyState, LinkButton, Page, Small, Tabs } from '@kezek/ui'
import { useSearchParams } from 'wouter'

import { Downloads } from '../../shared/dashboards/Downloads'
import { useSearched } from '../../shared/tables/useSearched'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { rosterQuery } from './queries'
import { RosterTable } from './RosterTable'
import { rosterTexts } from './texts'
import { inAddress } from './wanted'

export default function RosterPage() {
  const t = useTexts(rosterTexts)
  return <AtWork title={t('title')}>{(work) => <Roster {...work} />}</AtWork>
}

function Roster({ kindergarten }: Work) {
  const t = useTexts(rosterTexts)
  const language = useLanguage()
  const [params] = useSearchParams()
  const present = !params.has('former')
  const tabs = [
    { href: '/roster', label: t('present'), current: present },
    { href: '/roster?former=1', label: t('former'), current: !present },
  ]
  return (
    <Page title={t('title')} lead={kindergarten.name[language]}>
      <Tabs label={t('title')} items={tabs} />
      <List key={String(present)} kindergartenId={kindergarten.id} present={present} />
    </Page>
  )
}

interface ListProps {
  kindergartenId: string
  present: boolean
}

function List({ kindergartenId, present }: ListProps) {
  const t = useTexts(rosterTexts)
  const searched = useSearched({ filters: {}, sort: { key: 'name', descending: false } }, (chosen) =>
    rosterQuery(kindergartenId, present, chosen),
  )
  const { query, chosen, awaited } = searched
  const noOne = (
    <EmptyState title={t('empty')} action={<LinkButton href="/workroom">{t('toWorkroom')}</LinkButton>}>
      {t('emptyMore')}
    </EmptyState>
  )
  return (
    <>
      <RosterTable searched={searched} present={present} empty={present ? noOne : <p>{t('emptyFormer')}</p>} />
      {query.data && !awaited && <AsOf at={query.dataUpdatedAt} />}
      <Actions>
        {present && (
          <LinkButton href="/roster/groups" kind="second" small>
            {t('regroup')}
          </LinkButton>
        )}
        <Button kind="second" small aria-disabled={query.isFetching} onClick={() => void query.refetch()}>
          {query.isFetching ? t('refreshing') : t('refresh')}
        </Button>
      </Actions>
      <Downloads
        at={`/api/kindergartens/kindergartens/${kindergartenId}/roster/file`}
        chosen={inAddress(present, chosen)}
        tables={[{ name: '', label: t('csv') }]}
        rows={query.data?.pages[0]?.total ?? 0}
      />
      <Small>{t('filesNote')}</Small>
    </>
  )
}
