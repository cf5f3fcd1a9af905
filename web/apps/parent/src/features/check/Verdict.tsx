import type { DocumentsCheckView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { formatMonth } from '@kezek/domain/months'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts } from '@kezek/ui'
import { useEffect, useRef } from 'react'

import css from './Check.module.css'
import { checkTexts } from './texts'

/** Takes the focus when it comes: it is the answer. */
export function Verdict({ code, paper }: { code: string; paper: DocumentsCheckView }) {
  const t = useTexts(checkTexts)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { status, kindergarten, last_day, stopped, sheet } = paper
  const until = last_day ? t('until', { date: formatDate(last_day, language) }) : ''
  const ofSheet = sheet
    ? [
        { name: t('month'), value: formatMonth(sheet.month, language) },
        { name: t('number'), value: sheet.number },
        { name: t('digest'), value: <span className={css.digest}>{sheet.digest}</span> },
      ]
    : [{ name: t('lastDay'), value: stopped ? t('stopped') : until }]
  const counts = status === 'valid' ? 'sheetValid' : 'sheetVoid'
  return (
    <Card labelledBy="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1} className={css[status]}>
        {t(sheet ? counts : status)}
      </h2>
      <p>{t(sheet ? `${counts}Hint` : stopped ? 'stoppedHint' : `${status}Hint`)}</p>
      <Facts items={[{ name: t('kindergarten'), value: kindergarten[language] }, ...ofSheet]} />
      <p>
        <a href={`/check/${code}?lang=${language}`}>{t('page')}</a>
      </p>
    </Card>
  )
}
