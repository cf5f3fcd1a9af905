/** The same as files, made by the API as they are fetched. */
import { useTexts } from '@kezek/i18n'
import { Card, Small } from '@kezek/ui'

import css from './Downloads.module.css'
import { dashboardSharedTexts } from './texts'

interface DownloadsProps {
  /** Where the files are, with what was chosen of them. */
  at: string
  chosen?: Readonly<Record<string, string>>
  /** Tables that may be had alone, as CSV. */
  tables: readonly { name: string; label: string }[]
}

export function Downloads({ at, chosen = {}, tables }: DownloadsProps) {
  const t = useTexts(dashboardSharedTexts)
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
