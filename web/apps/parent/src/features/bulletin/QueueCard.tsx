import type { QueueCategoryView, QueueQueueFiguresView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Facts, Small } from '@kezek/ui'
import { QueueBar } from '@kezek/ui/bars'

import css from './Bulletin.module.css'
import { bulletinTexts } from './texts'

interface QueueCardProps {
  figures: QueueQueueFiguresView
  /** The longest bar of the district. */
  most: number
  /** Smaller numbers are not told. */
  least: number
  /** Those of the district, if it has some. */
  categories: readonly QueueCategoryView[]
}

/** One queue: its number first, the picture of its classes, and what is free. */
export function QueueCard({ figures, most, least, categories }: QueueCardProps) {
  const t = useTexts(bulletinTexts)
  const { queue, waiting, by_class: byClass, called, free, free_choice: open } = figures
  const language = useLanguage()
  const told = (many: Record<QueueCategoryView['queue_class'], number>) =>
    categories.map(({ name, queue_class }) => `${name[language]} – ${String(many[queue_class])}`).join(', ') ||
    t('byClass', many)
  const title = t('queue', { year: String(queue.group_year), kind: t(queue.kind) })
  return (
    <li className={css.queue}>
      <h3>{title}</h3>
      <p className={css.number}>{waiting === null ? t('fewWait', { n: least }) : t('waiting', { n: waiting })}</p>
      <QueueBar waiting={waiting} byClass={byClass} most={most} />
      {waiting !== null && waiting > 0 && <Small>{byClass ? told(byClass) : t('classesHidden')}</Small>}
      <Facts
        items={[
          { name: t('called'), value: called ?? t('fewer', { n: least }) },
          { name: t('free'), value: open > 0 ? `${String(free)}, ${t('freeChoice')} ${String(open)}` : free },
        ]}
      />
    </li>
  )
}
