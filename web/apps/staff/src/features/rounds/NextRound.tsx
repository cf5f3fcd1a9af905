/** What the round would give if it were held now: read before it is signed, and touched by nothing. */
import type { QueueNextRoundView } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, EmptyState, Facts, Notice, Table } from '@kezek/ui'

import { Part } from '../../shared/rules/Part'
import { Seats } from './Seats'
import { roundsTexts } from './texts'

interface NextRoundProps {
  next: QueueNextRoundView
  onAll: () => void
  onSign: () => void
}

export function NextRound({ next, onAll, onSign }: NextRoundProps) {
  const t = useTexts(roundsTexts)
  const { given, waiting, wishing, places } = next
  return (
    <Part id="next" title={t('next')}>
      <Card marked>
        <Facts
          items={[
            { name: t('waiting'), value: String(waiting) },
            { name: t('wishing'), value: String(wishing) },
            { name: t('places'), value: String(places) },
            { name: t('given'), value: String(given) },
            { name: t('left'), value: String(wishing - given) },
          ]}
        />
        {next.refusal === null ? (
          <>
            <p>{t('order')}</p>
            <Actions>
              <Button onClick={onSign}>{t('toSign')}</Button>
            </Actions>
          </>
        ) : (
          <Notice kind="info" title={t('nothing')}>
            <p>{t('nothingAbout')}</p>
          </Notice>
        )}
      </Card>
      <Queues queues={next.queues} />
      {given > 0 && <Seats caption={t('seats')} seats={next.seats} total={given} onAll={onAll} />}
    </Part>
  )
}

function Queues({ queues }: Pick<QueueNextRoundView, 'queues'>) {
  const t = useTexts(roundsTexts)
  const word = useTexts(kindergartenTexts)
  return (
    <Table<QueueNextRoundView['queues'][number]>
      caption={t('queues')}
      rows={queues}
      keyOf={({ kind, group_year: year }) => [kind, year].join('.')}
      empty={<EmptyState title={t('noQueues')} />}
      alwaysTable
      columns={[
        { key: 'queue', title: t('queue'), value: ({ kind, group_year: year }) => `${String(year)}, ${word(kind)}` },
        { key: 'places', title: t('free'), value: ({ places }) => places, numeric: true },
        { key: 'given', title: t('becomes'), value: ({ given }) => given, numeric: true },
      ]}
    />
  )
}
