import type { QueueCategoryView, QueueOrderChangesView, QueueOrderChangeView, QueuePositionView } from '@kezek/api'
import { formatDate, formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Lines, Loaded, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { applicationTexts } from '../../shared/applications/texts'
import { useClassName } from '../../shared/applications/useClassName'
import css from './Queue.module.css'
import { sentence } from './model'
import { changesQuery } from './queries'
import { Since } from './Since'
import { queueTexts } from './texts'

/** What moves the number: who came before the child or left, when and why; never who it was. */
export function OrderChanges({ id, position }: { id: string; position: QueuePositionView | null }) {
  const t = useTexts(queueTexts)
  const query = useQuery(changesQuery(id))
  const categories = position?.categories ?? []
  return (
    <Card labelledBy="order">
      <h2 id="order">{t('order')}</h2>
      <Loaded query={query}>
        {(changes) => (
          <>
            {changes.since_look && (
              <Since since={changes.since_look} position={position?.position ?? null} categories={categories} />
            )}
            {changes.ordered_since && <OrderedSince since={changes.ordered_since} categories={categories} />}
            <Changes {...changes} categories={categories} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

interface Categories {
  categories: readonly QueueCategoryView[]
}

/** Another policy has moved the child since it joined, not another child. */
function OrderedSince({ since, categories }: Categories & { since: string }) {
  const t = useTexts(queueTexts)
  const from = formatDate(since, useLanguage())
  return <p>{t(categories.length > 0 ? 'numberedSince' : 'turnsSince', { from })}</p>
}

function Changes({ items, complete, categories }: Categories & QueueOrderChangesView) {
  const t = useTexts(queueTexts)
  const changes = items.filter(({ own }) => !own)
  if (changes.length === 0) return <p>{t(complete ? 'orderSame' : 'orderSameOfLate')}</p>
  return (
    <>
      <Lines ordered>
        {changes.map((change) => (
          <Line key={change.sequence} change={change} categories={categories} />
        ))}
      </Lines>
      <p>{t('orderAbout')}</p>
    </>
  )
}

function Line({ change, categories }: Categories & { change: QueueOrderChangeView }) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const name = useClassName(categories)
  const { at, many, reason_text: reason, queue_class } = change
  const said = t(sentence(change), { class: name(queue_class) })
  return (
    <li>
      <Small>{formatNumeric(at)}</Small>
      <p className={css.what}>{many > 1 ? t('many', { n: many, said }) : said}</p>
      <Small>{words('reason', { reason })}</Small>
    </li>
  )
}
