/** The same as files, made by the API as they are fetched. */
import { useTexts } from '@kezek/i18n'
import { Card, Notice, Small } from '@kezek/ui'

import css from './Downloads.module.css'
import { dashboardSharedTexts } from './texts'

interface DownloadsProps {
  /** Where the files are, with what was chosen of them. */
  at: string
  chosen?: Readonly<Record<string, string>>
  /** Tables that may be had alone, as CSV. */
  tables: readonly { name: string; label: string }[]
  /** How many rows there are, of what has a limit. */
  rows?: number
}

/** The API refuses more, with the same words. */
const MOST_ROWS = 10_000

export function Downloads({ at, chosen = {}, tables, rows = 0 }: DownloadsProps) {
  const t = useTexts(dashboardSharedTexts)
  if (rows > MOST_ROWS) return <Notice title={t('tooMany', { n: MOST_ROWS })}>{t('tooManyMore')}</Notice>
  const address = (more: Readonly<Record<string, string>>) =>
    `${at}?${new URLSearchParams({ ...chosen, ...more }).toString()}`
  return (
    <Card labelledBy="files">
      <h2 id="files">{t('files')}</h2>
      <ul className={css.files}>
        <li>
          <a href={address({ format: 'xlsx' })} download>
            {t('xlsx')}
          </a>
        </li>
        {tables.map(({ name, label }) => (
          <li key={name}>
            <a href={address({ format: 'csv', ...(name && { table: name }) })} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <Small>{t('filesMore')}</Small>
    </Card>
  )
}
