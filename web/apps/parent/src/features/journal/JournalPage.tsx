/** The journal of queue applications: all of them, newest first, each to be opened. */
import { formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, type Column, EmptyState, LinkButton, Loaded, Page, SignedIn, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { type Application, fullName } from '../../shared/applications/model'
import { journalQuery } from '../../shared/applications/queries'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import css from './Journal.module.css'
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
  const t = useTexts(journalTexts)
  const columns = useColumns()
  const query = useQuery(journalQuery)
  return (
    <Loaded query={query}>
      {(applications) => (
        <>
          {applications.length > 0 && <p>{t('lead')}</p>}
          <Table
            caption={t('title')}
            columns={columns}
            rows={applications}
            keyOf={({ application_id: id }) => id}
            empty={<Empty />}
            actions={({ application_id: id, number }) => (
              <Link href={`/journal/${id}`} className={css.open} aria-label={t('openOne', { number })}>
                {t('open')}
              </Link>
            )}
          />
          <AsOf at={query.dataUpdatedAt} />
        </>
      )}
    </Loaded>
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
  ]
}
