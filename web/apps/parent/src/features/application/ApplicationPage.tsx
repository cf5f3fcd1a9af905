/** One application of the journal with the tabs that the manual names: information, history, documents. */
import type { ApplicationsApplicationTabs } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Loaded, NotFoundPage, Page, SignedIn, Tabs } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { HistoryList } from '../../shared/applications/HistoryList'
import { applicationQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { Documents } from './Documents'
import { Information } from './Information'
import { applicationPageTexts } from './texts'

const TABS = ['information', 'history', 'documents'] as const
type Tab = (typeof TABS)[number]

export default function ApplicationPage() {
  const { id = '', tab: wanted = 'information' } = useParams()
  const tab = TABS.find((each) => each === wanted)
  return tab ? <SignedIn>{() => <Application id={id} tab={tab} />}</SignedIn> : <NotFoundPage />
}

function Application({ id, tab }: { id: string; tab: Tab }) {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(applicationTexts)
  const query = useQuery(applicationQuery(id))
  const number = query.data?.information.number
  const names = { information: t('information'), history: words('history'), documents: words('documents') }
  const items = TABS.map((each) => ({
    href: each === 'information' ? `/journal/${id}` : `/journal/${id}/${each}`,
    label: names[each],
    current: each === tab,
  }))
  return (
    <>
      <BackLink href="/journal">{t('journal')}</BackLink>
      <Page narrow title={number === undefined ? t('title') : t('titleOf', { number })}>
        <Tabs label={t('tabs')} items={items} />
        <Loaded query={query}>{(tabs) => <Shown tab={tab} tabs={tabs} />}</Loaded>
        {query.data && <AsOf at={query.dataUpdatedAt} />}
      </Page>
    </>
  )
}

function Shown({ tab, tabs }: { tab: Tab; tabs: ApplicationsApplicationTabs }) {
  const words = useTexts(applicationTexts)
  if (tab === 'information') return <Information application={tabs.information} claims={tabs.claims} />
  if (tab === 'documents') return <Documents documents={tabs.documents} number={tabs.information.number} />
  const newestFirst = [...tabs.history].sort((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <Card labelledBy="history">
      <h2 id="history">{words('history')}</h2>
      <HistoryList lines={newestFirst} />
    </Card>
  )
}
