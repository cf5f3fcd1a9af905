import type { QueuePositionView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'

import { rowBefore } from './model'
import css from './Row.module.css'
import { queueTexts } from './texts'

const SHOWN = 40

/** A picture of the row before the child, as it would be called if nothing changed; words and numbers stand beside it. */
export function Row({ position }: { position: QueuePositionView }) {
  const t = useTexts(queueTexts)
  const before = (position.position ?? 1) - 1
  const row = rowBefore(position, before > SHOWN ? SHOWN - 1 : SHOWN)
  if (row.length === 0) return null
  const hidden = before - row.length
  return (
    <figure className={css.figure}>
      <div className={css.row} aria-hidden="true">
        {row.map((each, index) => (
          <span key={index} className={css[each]} />
        ))}
        {hidden > 0 && <span className={css.more}>+{hidden}</span>}
        <span className={css.own} />
      </div>
      <figcaption>{t('row')}</figcaption>
    </figure>
  )
}
