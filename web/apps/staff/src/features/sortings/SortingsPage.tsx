/** The districts that are sorted anew each year: from which day, and whether it was done (domain §9.sorting). */
import { api, type QueueSortingStateView, unwrap } from '@kezek/api'
import { formatDate, isoDay, momentOf } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { EmptyState, Loaded, Page, Table } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { RulesTabs } from '../../shared/rules/RulesTabs'
import { sortingsTexts } from './texts'

const sortingsQuery = queryOptions({
  queryKey: ['queue', 'sortings'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/queue/sortings', { signal })),
})

export default function SortingsPage() {
  const t = useTexts(sortingsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <RulesTabs current="sorting" />
          <Districts />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Districts() {
  const t = useTexts(sortingsTexts)
  const language = useLanguage()
  const query = useQuery(sortingsQuery)
  const state = useStateWords()
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Table<QueueSortingStateView>
          caption={t('districts')}
          rows={items}
          keyOf={({ district }) => district}
          empty={<EmptyState title={t('nowhere')}>{t('nowhereMore')}</EmptyState>}
          columns={[
            {
              key: 'district',
              title: t('district'),
              value: ({ name }) => name[language],
              show: ({ name, district }) => <Link href={`/rules/sorting/${district}`}>{name[language]}</Link>,
              filter: 'text',
              sortable: true,
            },
            {
              key: 'due',
              title: t('due'),
              value: ({ due_on }) => due_on,
              show: ({ due_on }) => formatDate(due_on, language),
              sortable: true,
            },
            { key: 'state', title: t('state'), value: state, filter: 'choice' },
            {
              key: 'last',
              title: t('last'),
              value: ({ sorted_on }) => sorted_on ?? '',
              show: ({ sorted_on }) => (sorted_on === null ? t('never') : formatDate(sorted_on, language)),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

/** In words: done this year, being done, may be done, or not yet. */
function useStateWords() {
  const t = useTexts(sortingsTexts)
  const today = isoDay(momentOf(new Date()))
  return ({ running, sorted_on, due_on }: QueueSortingStateView) => {
    if (running) return t('running')
    if (sorted_on !== null && sorted_on.slice(0, 4) === due_on.slice(0, 4)) return t('done')
    return today < due_on ? t('notYet') : t('waits')
  }
}
