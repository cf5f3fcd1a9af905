import { useTexts } from '@kezek/i18n'
import { Small } from '@kezek/ui'

import { closed, type Period } from './period'
import { logTexts } from './texts'

interface ExportProps {
  /** Of which log. */
  of: 'readings' | 'security-events'
  period: Period
  /** The conditions as the API names them; empty ones are none. */
  same: Readonly<Record<string, string>>
}

/** The same lines as a file, made by the API as it is read. */
export function Export({ of, period, same }: ExportProps) {
  const t = useTexts(logTexts)
  const wanted = Object.entries({ ...closed(period), ...same, format: 'csv' }).filter(([, value]) => value !== '')
  const address = `/api/auth/${of}/export?${new URLSearchParams(wanted).toString()}`
  return (
    <div>
      <p>
        <a href={address} download>
          {t('export')}
        </a>
      </p>
      <Small>{t('exportNote')}</Small>
    </div>
  )
}
