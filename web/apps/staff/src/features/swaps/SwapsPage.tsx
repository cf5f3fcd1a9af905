/** The swaps that wait for the kindergarten one works in: who would leave, who would come (domain §7.swap). */
import type { KindergartensSwapView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, Chip, type Column, EmptyState, Loaded, Page, Small, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { nameOf, useGroupName } from '../../shared/roster/words'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { swapsQuery } from './queries'
import { swapsTexts } from './texts'

type Row = KindergartensSwapView

export default function SwapsPage() {
  const t = useTexts(swapsTexts)
  return <AtWork title={t('title')}>{(work) => <Swaps {...work} />}</AtWork>
}

function Swaps({ kindergarten }: Work) {
  const t = useTexts(swapsTexts)
  const query = useQuery(swapsQuery(kindergarten.id))
  const columns = useColumns()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query}>
        {(items) => (
          <Table<Row>
            caption={t('title')}
            rows={items}
            keyOf={({ swap_id }) => swap_id}
            columns={columns}
            actions={({ swap_id, leaves }) => (
              <Link href={`/swaps/${swap_id}`} aria-label={t('openOne', { name: nameOf(leaves) })}>
                {t('open')}
              </Link>
            )}
            empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
          />
        )}
      </Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
      <Small>{t('logged')}</Small>
    </Page>
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(swapsTexts)
  const language = useLanguage()
  const groupName = useGroupName()
  const given = ({ leaves }: Row) => t(leaves.approved_at ? 'given' : 'awaited')
  return [
    { key: 'leaves', title: t('leaves'), value: ({ leaves }) => nameOf(leaves) },
    { key: 'comes', title: t('comes'), value: ({ comes }) => nameOf(comes) },
    { key: 'other', title: t('other'), value: ({ comes }) => comes.kindergarten.name[language] },
    { key: 'group', title: t('group'), value: groupName },
    { key: 'until', title: t('until'), value: ({ expires_at }) => formatDeadline(expires_at, language) },
    {
      key: 'ours',
      title: t('ours'),
      value: given,
      show: (row) => <Chip kind={row.leaves.approved_at ? 'ok' : 'act'}>{given(row)}</Chip>,
    },
  ]
}
