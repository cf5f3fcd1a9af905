/** Who stands before a child, by class: a bar, and the same in words and numbers. */
import type { QueueAheadView } from '@kezek/api'
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import css from './Ahead.module.css'
import { applicationTexts } from './texts'

const CLASSES = ['extraordinary', 'priority', 'general'] as const

export function Ahead({ ahead }: { ahead: QueueAheadView }) {
  const t = useTexts(applicationTexts)
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
        {CLASSES.map((each) => (
          <li key={each}>
            <span className={css[each]} aria-hidden="true" />
            <span>{t(`class_${each}`)}</span>
            <strong>{formatNumber(ahead[each], language)}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
