/** Many lines at once, out of a file of a spreadsheet: all of them or none. */
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Field, Notice } from '@kezek/ui'
import { useState } from 'react'

import { type Line, linesOf, MOST_LINES } from './lines'
import { staffTexts } from './texts'

interface FromFileProps {
  onLines: (lines: readonly Line[]) => void
  onCancel: () => void
}

type Wrong = { rows: readonly number[] } | null

export function FromFile({ onLines, onCancel }: FromFileProps) {
  const t = useTexts(staffTexts)
  const [wrong, setWrong] = useState<Wrong>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const { lines, wrong: rows } = linesOf(await file.text())
    if (rows.length === 0 && lines.length > 0 && lines.length <= MOST_LINES) onLines(lines)
    else setWrong({ rows })
  }
  return (
    <Card labelledBy="file-title" marked="act">
      <h2 id="file-title">{t('file')}</h2>
      {wrong && (
        <Notice
          kind="bad"
          live
          title={
            wrong.rows.length > 0
              ? t('wrongRows', { rows: wrong.rows.join(', ') })
              : t('wrongNumber', { most: MOST_LINES })
          }
        >
          {wrong.rows.length > 0 && <p>{t('wrongRowsMore')}</p>}
        </Notice>
      )}
      <Field id="file" label={t('file')} hint={t('fileHint', { most: MOST_LINES })}>
        {(described) => (
          <input
            {...described}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void read(target.files?.[0])}
          />
        )}
      </Field>
      <Actions>
        <Button kind="second" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </Card>
  )
}
