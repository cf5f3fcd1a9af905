import type { QueueAlikeView, QueueCategoryView, QueueSinceLookView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'

import { applicationTexts } from '../../shared/applications/texts'
import { useClassName } from '../../shared/applications/useClassName'
import css from './Queue.module.css'
import { sentence } from './model'
import { queueTexts } from './texts'

interface SinceProps {
  since: QueueSinceLookView
  position: number | null
  categories: readonly QueueCategoryView[]
}

/** What has changed since the family looked last, alike things counted together. */
export function Since({ since, position, categories }: SinceProps) {
  const t = useTexts(queueTexts)
  const then = since.position
  return (
    <section aria-labelledby="since">
      <h3 id="since">{t('since', { at: formatNumeric(since.at) })}</h3>
      {then !== null && position !== null && (
        <p className={css.what}>
          {then === position ? t('sinceSame', { now: position }) : t('sinceMoved', { then, now: position })}
        </p>
      )}
      {since.items.length === 0 ? (
        <p>{t('sinceNothing')}</p>
      ) : (
        <ul>
          {since.items.map((each) => (
            <li key={[each.change, each.reason, each.queue_class, each.more].join()}>
              <Alike alike={each} categories={categories} />
            </li>
          ))}
        </ul>
      )}
      {!since.complete && <p>{t('sinceMany')}</p>}
    </section>
  )
}

function Alike({ alike, categories }: Pick<SinceProps, 'categories'> & { alike: QueueAlikeView }) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const name = useClassName(categories)
  const said = t(sentence(alike), { class: name(alike.queue_class) })
  return (
    <>
      {alike.many > 1 ? t('many', { n: alike.many, said }) : said}. {words('reason', { reason: alike.reason_text })}
    </>
  )
}
