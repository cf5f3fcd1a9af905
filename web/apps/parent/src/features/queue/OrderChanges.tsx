import type { QueueOrderChangesView, QueueOrderChangeView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Lines, Loaded, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { applicationTexts } from '../../shared/applications/texts'
import css from './Queue.module.css'
import { sentence } from './model'
import { changesQuery } from './queries'
import { Since } from './Since'
import { queueTexts } from './texts'

/** What moves the number: who came before the child or left, when and why; never who it was. */
export function OrderChanges({ id, position }: { id: string; position: number | null }) {
  const t = useTexts(queueTexts)
  const query = useQuery(changesQuery(id))
  return (
    <Card labelledBy="order">
      <h2 id="order">{t('order')}</h2>
      <Loaded query={query}>
        {(changes) => (
          <>
            {changes.since_look && <Since since={changes.since_look} position={position} />}
            <Changes {...changes} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Changes({ items, complete }: QueueOrderChangesView) {
  const t = useTexts(queueTexts)
  const changes = items.filter(({ own }) => !own)
  if (changes.length === 0) return <p>{t(complete ? 'orderSame' : 'orderSameOfLate')}</p>
  return (
    <>
      <Lines ordered>
        {changes.map((change) => (
          <Line key={change.sequence} change={change} />
        ))}
      </Lines>
      <p>{t('orderAbout')}</p>
    </>
  )
}

function Line({ change }: { change: QueueOrderChangeView }) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const { at, many, reason_text: reason, queue_class } = change
  const said = t(sentence(change), { class: words(`class_${queue_class}`) })
  return (
    <li>
      <Small>{formatNumeric(at)}</Small>
      <p className={css.what}>{many > 1 ? t('many', { n: many, said }) : said}</p>
      <Small>{words('reason', { reason })}</Small>
    </li>
  )
}
