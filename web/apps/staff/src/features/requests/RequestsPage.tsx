/** Who asked for an account, for an administrator to decide (domain §2.account). */
import type { KindergartensRequestState, KindergartensRequestSummary } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type ChipKind, type Column, EmptyState, Page } from '@kezek/ui'
import { Link } from 'wouter'

import { useDistrictChoices, useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { ServerTable } from '../../shared/tables/ServerTable'
import { useSearched } from '../../shared/tables/useSearched'
import { requestsQuery, STATES } from './queries'
import { requestsTexts } from './texts'

const CHIP: Readonly<Record<KindergartensRequestState, ChipKind>> = { open: 'act', approved: 'ok', refused: 'ended' }

export default function RequestsPage() {
  const t = useTexts(requestsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <Requests />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Requests() {
  const t = useTexts(requestsTexts)
  const searched = useSearched({ filters: { state: 'open' }, sort: null }, requestsQuery)
  const empty = <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
  return (
    <ServerTable
      searched={searched}
      caption={t('title')}
      keyOf={({ id }) => id}
      columns={useColumns()}
      actions={({ id, number }) => <Link href={`/requests/${id}`}>{t('see', { number })}</Link>}
      empty={empty}
      nothingFits={empty}
    />
  )
}

function useColumns(): Column<KindergartensRequestSummary>[] {
  const t = useTexts(requestsTexts)
  const language = useLanguage()
  const [choices, nameOf] = [useDistrictChoices(), useDistrictNames()]
  const states = STATES.map((value) => ({ value, label: t(value) }))
  return [
    {
      key: 'name',
      title: t('name'),
      value: ({ name }) => name[language === 'kk' ? 'kk' : 'ru'],
      filter: 'text',
      sortable: true,
    },
    { key: 'number', title: t('number'), value: ({ number }) => number },
    {
      key: 'district',
      title: t('district'),
      value: ({ district }) => nameOf(district),
      filter: 'choice',
      choices,
      sortable: true,
    },
    {
      key: 'submitted',
      title: t('submitted'),
      value: ({ submitted_at }) => submitted_at,
      show: ({ submitted_at }) => formatNumeric(submitted_at),
      sortable: true,
    },
    {
      key: 'state',
      title: t('state'),
      value: ({ state }) => state,
      show: ({ state }) => <Chip kind={CHIP[state]}>{t(state)}</Chip>,
      filter: 'choice',
      choices: states,
    },
  ]
}
