import type { ApplicationsChildView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Lines } from '@kezek/ui'
import { Link } from 'wouter'

import { shortName } from '../../shared/applications/model'
import css from './Cabinet.module.css'
import { cabinetTexts } from './texts'

interface WithoutProps {
  items: readonly ApplicationsChildView[]
  /** The register does not answer. */
  silent: boolean
}

/** Children who could stand in the queue and do not. */
export function WithoutApplication({ items, silent }: WithoutProps) {
  const t = useTexts(cabinetTexts)
  const language = useLanguage()
  if (silent) return <p>{t('registerSilent')}</p>
  if (items.length === 0) return null
  return (
    <Card labelledBy="not-queued">
      <h2 id="not-queued">{t('notQueued')}</h2>
      <Lines>
        {items.map((child) => (
          <li key={child.iin} className={css.line}>
            <span>
              {shortName(child)}, {formatDate(child.birth_date, language)}
            </span>
            <Link href="/apply">{t('apply')}</Link>
          </li>
        ))}
      </Lines>
    </Card>
  )
}
