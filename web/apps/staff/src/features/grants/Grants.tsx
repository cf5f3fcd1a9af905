import { api, type AuthListedGrant, type AuthMe, unwrap } from '@kezek/api'
import { formatIin, formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, type Column, EmptyState, Loaded, Notice, ProblemNotice, Table } from '@kezek/ui'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { useDistrictNames } from '../../shared/admin/districts'
import { adminTexts } from '../../shared/admin/texts'
import { EndDialog } from './EndDialog'
import { grantsQuery } from './queries'
import { grantsTexts } from './texts'

export function Grants({ me }: { me: AuthMe }) {
  const t = useTexts(grantsTexts)
  const query = useInfiniteQuery(grantsQuery)
  const [asking, setAsking] = useState<AuthListedGrant | null>(null)
  const end = useEnd()
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage() // filters look through all of them
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return (
    <>
      {end.error && <ProblemNotice key={end.submittedAt} error={end.error} focused />}
      {end.isSuccess && (
        <Notice key={end.submittedAt} kind="ok" live focused>
          {t('ended')}
        </Notice>
      )}
      <Loaded query={query}>
        {({ pages }) => <GrantTable me={me} rows={pages.flatMap(({ items }) => items)} onEnd={setAsking} />}
      </Loaded>
      {query.hasNextPage && (
        <Button kind="second" aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {asking && (
        <EndDialog
          who={whoIs(asking)}
          onCancel={() => setAsking(null)}
          onEnd={() => {
            setAsking(null)
            if (!end.isPending) end.mutate(asking.grant_id)
          }}
        />
      )}
    </>
  )
}

function useEnd() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (grant_id: string) =>
      unwrap(api.DELETE('/api/auth/grants/{grant_id}', { params: { path: { grant_id } } })),
    onSettled: () => client.invalidateQueries(grantsQuery),
  })
}

const whoIs = ({ name, iin }: AuthListedGrant) => name ?? formatIin(iin)

interface GrantTableProps {
  me: AuthMe
  rows: readonly AuthListedGrant[]
  onEnd: (grant: AuthListedGrant) => void
}

function GrantTable({ me, rows, onEnd }: GrantTableProps) {
  const t = useTexts(grantsTexts)
  return (
    <Table<AuthListedGrant>
      caption={t('caption')}
      rows={rows}
      keyOf={({ grant_id }) => grant_id}
      columns={useColumns()}
      empty={<EmptyState title={t('empty')} />}
      actions={(grant) =>
        grant.iin === me.iin ? (
          t('own')
        ) : (
          <Button kind="second" small aria-label={t('endOf', { who: whoIs(grant) })} onClick={() => onEnd(grant)}>
            {t('end')}
          </Button>
        )
      }
    />
  )
}

function useColumns(): Column<AuthListedGrant>[] {
  const t = useTexts(grantsTexts)
  const word = useTexts(adminTexts)
  const nameOf = useDistrictNames()
  return [
    { key: 'name', title: t('name'), value: ({ name }) => name ?? t('unnamed'), filter: 'text', sortable: true },
    { key: 'iin', title: word('iin'), value: ({ iin }) => iin, show: ({ iin }) => formatIin(iin), filter: 'text' },
    { key: 'role', title: t('role'), value: ({ role }) => word(role), filter: 'choice', sortable: true },
    {
      key: 'where',
      title: t('where'),
      value: ({ district }) => (district === null ? t('region') : nameOf(district)),
      filter: 'choice',
      sortable: true,
    },
    {
      key: 'since',
      title: t('since'),
      value: ({ granted_at }) => granted_at,
      show: ({ granted_at }) => formatNumeric(granted_at),
      sortable: true,
    },
  ]
}
