/** The journal of queue applications: all of them, newest first, searched and each to be opened (domain §3.journal). */
import { formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import {
  AsOf,
  BackLink,
  Button,
  type Column,
  EmptyState,
  focusPage,
  LinkButton,
  Loaded,
  Page,
  SignedIn,
  Table,
} from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { MayChoose, useMissing } from '../../shared/applications/MayChoose'
import { type Application, fullName } from '../../shared/applications/model'
import { journalQuery, prospectsQuery } from '../../shared/applications/queries'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import css from './Journal.module.css'
import { SearchForm } from './SearchForm'
import { ALL, fits, useSought } from './sought'
import { journalTexts } from './texts'

export default function JournalPage() {
  const t = useTexts(journalTexts)
  const words = useTexts(applicationTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/cabinet">{words('children')}</BackLink>
          <Page title={t('title')}>
            <Journal />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Journal() {
  const query = useQuery(journalQuery)
  return (
    <Loaded query={query}>
      {(applications) => (
        <>
          {applications.length === 0 ? <Empty /> : <Searched applications={applications} />}
          <AsOf at={query.dataUpdatedAt} />
        </>
      )}
    </Loaded>
  )
}

/** One application needs no search. */
function Searched({ applications }: { applications: Application[] }) {
  const t = useTexts(journalTexts)
  const columns = useColumns()
  const [sought, change] = useSought()
  const found = applications.length > 1 ? applications.filter((each) => fits(each, sought)) : applications
  return (
    <>
      {applications.length > 1 && <SearchForm applications={applications} sought={sought} onChange={change} />}
      <p>{t('lead')}</p>
      <Table
        caption={t('title')}
        columns={columns}
        rows={found}
        total={applications.length}
        keyOf={({ application_id: id }) => id}
        empty={<NoneFits onAll={() => change(ALL)} />}
        actions={({ application_id: id, number }) => (
          <Link href={`/journal/${id}`} className={css.open} aria-label={t('openOne', { number })}>
            {t('open')}
          </Link>
        )}
      />
    </>
  )
}

function NoneFits({ onAll }: { onAll: () => void }) {
  const t = useTexts(journalTexts)
  const all = (
    <Button
      kind="second"
      onClick={(event) => {
        focusPage(event.currentTarget)
        onAll()
      }}
    >
      {t('showAll')}
    </Button>
  )
  return (
    <EmptyState title={t('noneFits')} action={all}>
      {t('noneFitsAbout')}
    </EmptyState>
  )
}

function Empty() {
  const t = useTexts(journalTexts)
  return (
    <EmptyState title={t('empty')} action={<LinkButton href="/apply">{t('apply')}</LinkButton>}>
      {t('emptyAbout')}
    </EmptyState>
  )
}

function useColumns(): Column<Application>[] {
  const t = useTexts(applicationTexts)
  const missing = useMissing()
  const { data: prospects } = useQuery(prospectsQuery)
  const language = useLanguage()
  return [
    {
      key: 'number',
      title: t('number'),
      value: ({ number }) => number,
      show: ({ number }) => <ApplicationNumber>{number}</ApplicationNumber>,
    },
    { key: 'child', title: t('child'), value: ({ child }) => fullName(child) },
    { key: 'birth', title: t('birthDate'), value: ({ birth_date: day }) => formatNumeric(day) },
    { key: 'submitted', title: t('submittedAt'), value: ({ submitted_at: at }) => formatNumeric(at) },
    { key: 'district', title: t('district'), value: ({ district }) => district.name[language] },
    {
      key: 'state',
      title: t('state'),
      value: ({ state }) => t(`state_${state.code}`),
      show: ({ state }) => (
        <div className={css.state}>
          <StateChip status={state.code} />
        </div>
      ),
    },
    {
      key: 'choice',
      title: t('chooseState'),
      value: ({ application_id: id }) => {
        if (!prospects) return ''
        const prospect = prospects.find((each) => each.application_id === id)
        return prospect?.possible ? t('chooseState') : missing(prospect)
      },
      show: (application) => <MayChoose application={application} />,
    },
  ]
}
