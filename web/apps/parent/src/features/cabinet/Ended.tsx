import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Fold, Lines } from '@kezek/ui'
import { Link } from 'wouter'

import type { Application } from '../../shared/applications/model'
import css from './Cabinet.module.css'
import { cabinetTexts } from './texts'

/** What is over, folded: when and how it ended. */
export function Ended({ applications }: { applications: readonly Application[] }) {
  const t = useTexts(cabinetTexts)
  const language = useLanguage()
  if (applications.length === 0) return null
  return (
    <Fold summary={t('ended')}>
      <Lines>
        {applications.map(({ application_id: id, number, child, state }) => (
          <li key={id} className={css.line}>
            <span>{t(state.code, { name: child.given_name })}</span>
            <span>
              {formatDate(state.since, language)} · <Link href={`/journal/${id}`}>{number}</Link>
            </span>
          </li>
        ))}
      </Lines>
    </Fold>
  )
}
