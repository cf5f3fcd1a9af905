import type { AuthParkedRecords, AuthParkedState, AuthParkedView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Card, Chip, type ChipKind, type Column, Notice, ProblemNotice, Table } from '@kezek/ui'

import type { Service } from '../../shared/services/services'
import { serviceTexts } from '../../shared/services/texts'
import { isWaiting, useReplay } from './queries'
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
      {replay.error && <ProblemNotice key={replay.submittedAt} error={replay.error} focused />}
      {replay.data && (
        <Notice key={replay.submittedAt} kind="ok" live focused>
          {t('sent', { n: replay.data.asked })}
        </Notice>
      )}
      {parked.total > 0 && <Records parked={parked} busy={replay.isPending} onReplay={replay.mutate} />}
      {parked.waiting > 0 && (
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
      actions={({ topic, partition, offset, state }) =>
        isWaiting({ state }) && (
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
        )
      }
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
    { key: 'state', title: t('state'), value: knownState, show: (record) => <State {...record} /> },
  ]
}

const CHIP: Readonly<Record<AuthParkedState, ChipKind>> = { parked: 'act', asked: 'wait', failed: 'bad', gone: 'ended' }

/** Of what the API of another release says otherwise, or not at all, it is known that it is parked. */
function knownState({ state }: AuthParkedView): AuthParkedState {
  return state in CHIP ? state : 'parked'
}

function State(record: AuthParkedView) {
  const t = useTexts(parkedTexts)
  const { tried_at, gone_at } = record
  const state = knownState(record)
  if (state === 'failed') return <Chip kind={CHIP.failed}>{t('failed', { time: formatNumeric(tried_at ?? '') })}</Chip>
  if (state === 'gone') return <Chip kind={CHIP.gone}>{t('gone', { time: formatNumeric(gone_at ?? '') })}</Chip>
  return <Chip kind={CHIP[state]}>{t(state)}</Chip>
}
