import type { AuthParkedRecords, AuthParkedView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Chip, type Column, Notice, ProblemNotice, Table } from '@kezek/ui'

import type { Service } from '../../shared/services/services'
import { serviceTexts } from '../../shared/services/texts'
import { useReplay } from './queries'
import { parkedTexts } from './texts'

interface ParkedOfProps {
  service: Service
  parked: AuthParkedRecords
}

/** Of one service; what was replayed is said also when nothing is left. */
export function ParkedOf({ service, parked }: ParkedOfProps) {
  const t = useTexts(parkedTexts)
  const part = useTexts(serviceTexts)
  const replay = useReplay(service)
  if (parked.total === 0 && !replay.data) return null
  return (
    <Card labelledBy={service}>
      <h2 id={service}>{part(service)}</h2>
      {replay.error && <ProblemNotice error={replay.error} />}
      {replay.data && (
        <Notice kind="ok" live>
          {t('asked', { n: replay.data.asked })}
        </Notice>
      )}
      {parked.total > 0 && (
        <>
          <Records parked={parked} busy={replay.isPending} onReplay={replay.mutate} />
          <Button
            kind="second"
            aria-disabled={replay.isPending}
            aria-label={t('replayAllOf', { part: part(service) })}
            onClick={() => {
              if (!replay.isPending) replay.mutate(null)
            }}
          >
            {t('replayAll')}
          </Button>
        </>
      )}
    </Card>
  )
}

interface RecordsProps {
  parked: AuthParkedRecords
  busy: boolean
  onReplay: (record: Pick<AuthParkedView, 'topic' | 'partition' | 'offset'>) => void
}

function Records({ parked: { items, total }, busy, onReplay }: RecordsProps) {
  const t = useTexts(parkedTexts)
  return (
    <Table<AuthParkedView>
      caption={t('title')}
      rows={items}
      total={total}
      keyOf={({ topic, partition, offset }) => `${topic} ${String(partition)} ${String(offset)}`}
      columns={useColumns()}
      empty={null}
      actions={({ topic, partition, offset }) => (
        <Button
          kind="second"
          small
          aria-disabled={busy}
          aria-label={t('replayOf', { topic, offset })}
          onClick={() => {
            if (!busy) onReplay({ topic, partition, offset })
          }}
        >
          {t('replay')}
        </Button>
      )}
    />
  )
}

function useColumns(): Column<AuthParkedView>[] {
  const t = useTexts(parkedTexts)
  return [
    { key: 'topic', title: t('topic'), value: ({ topic }) => topic, filter: 'choice', sortable: true },
    { key: 'kind', title: t('kind'), value: ({ kind }) => kind ?? t('unreadable'), filter: 'choice' },
    {
      key: 'place',
      title: t('place'),
      value: ({ partition, offset }) => t('placeAt', { partition, offset }),
    },
    { key: 'cause', title: t('cause'), value: ({ cause }) => cause, filter: 'choice' },
    {
      key: 'at',
      title: t('parkedAt'),
      value: ({ parked_at }) => parked_at,
      show: ({ parked_at }) => formatNumeric(parked_at),
      sortable: true,
    },
    { key: 'state', title: t('state'), value: (record) => stateOf(record), show: (record) => <State {...record} /> },
  ]
}

function State(record: AuthParkedView) {
  const t = useTexts(parkedTexts)
  const state = stateOf(record)
  if (state === 'failed') return <Chip kind="bad">{t('failed', { time: formatNumeric(record.tried_at ?? '') })}</Chip>
  return <Chip kind={state === 'waits' ? 'wait' : 'act'}>{t(state)}</Chip>
}

function stateOf({ waits_for_replay, tried_at }: AuthParkedView): 'waits' | 'failed' | 'parked' {
  if (waits_for_replay) return 'waits'
  return tried_at === null ? 'parked' : 'failed'
}
