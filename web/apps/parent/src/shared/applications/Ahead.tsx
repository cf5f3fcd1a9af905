/** Who stands before a child, by class: a bar, and the same in words and numbers. */
import type { QueueAheadView, QueueCategoryView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import css from './Ahead.module.css'
import { applicationTexts } from './texts'
import { useClassName } from './useClassName'

const CLASSES = ['extraordinary', 'priority', 'general', 'transfer'] as const

interface AheadProps {
  ahead: QueueAheadView
  /** Those of the district, if it has some. */
  categories: readonly QueueCategoryView[]
}

export function Ahead({ ahead, categories }: AheadProps) {
  const t = useTexts(applicationTexts)
  const name = useClassName(categories)
  const language = useLanguage()
  const all = CLASSES.reduce((sum, each) => sum + ahead[each], 0)
  if (all === 0) return <p>{t('aheadNobody')}</p>
  return (
    <>
      <p>{t('ahead', { n: all })}</p>
      <div className={css.bar} aria-hidden="true">
        {CLASSES.filter((each) => ahead[each] > 0).map((each) => (
          <span key={each} className={css[each]} style={{ flexGrow: ahead[each] }} />
        ))}
      </div>
      <ul className={css.list}>
        {CLASSES.filter((each) => each !== 'transfer' || ahead[each] > 0).map((each) => (
          <li key={each}>
            <span className={css[each]} aria-hidden="true" />
            <span>{name(each)}</span>
            <strong>{formatNumber(ahead[each], language)}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
