/** The files of a group's month: of a closed one its paper, of any its hours. */
import type { KindergartensClosedSheetView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, FileButton, ProblemNotice, save } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { type Group, paperOf, useGroupName } from './queries'
import { sheetTexts } from './texts'

const TIMES = 20
const PAUSE_MS = 1500
const KEPT_MS = 60_000

interface PapersProps {
  group: Group & { closed: KindergartensClosedSheetView | null }
  kindergarten: string
  month: string
  /** What is done with an open one. */
  children: ReactNode
}

export function Papers({ group, kindergarten, month, children }: PapersProps) {
  const t = useTexts(sheetTexts)
  const name = useGroupName()(group)
  const { closed, group_year, language, kind } = group
  const file = new URLSearchParams({ month, group_year: String(group_year), language, kind }).toString()
  const hours = (
    <FileButton
      kind="second"
      href={`/api/kindergartens/kindergartens/${kindergarten}/attendance/sheet?${file}`}
      name={`kezek-attendance-${month}.xlsx`}
      label={`${t('xlsx')}: ${name}`}
    >
      {t('xlsx')}
    </FileButton>
  )
  if (closed) return <OfClosed {...closed} name={name} hours={hours} />
  return (
    <Actions>
      {children}
      {hours}
    </Actions>
  )
}

interface OfClosedProps extends KindergartensClosedSheetView {
  name: string
  hours: ReactNode
}

/** Pressed before the paper is made, it is waited for. */
function OfClosed({ id, number, name, hours }: OfClosedProps) {
  const t = useTexts(sheetTexts)
  const paper = useMutation({
    mutationFn: (language: 'kk' | 'ru') => paperOf(id, language),
    retry: (times, error) => times < TIMES && error.is('sheet_paper_not_made_yet'),
    retryDelay: PAUSE_MS,
  })
  /** Who has left the page meanwhile gets no file: what is given to `mutate` ends with the page. */
  const ask = (language: 'kk' | 'ru') => {
    const onSuccess = (content: Blob) => keep(content, `kezek-sheet-${number}-${language}.pdf`)
    if (!paper.isPending) paper.mutate(language, { onSuccess })
  }
  const waits = (language: 'kk' | 'ru') => paper.isPending && paper.variables === language
  return (
    <>
      <Actions>
        {(['kk', 'ru'] as const).map((language) => {
          const title = t(language === 'kk' ? 'pdfKk' : 'pdfRu')
          return (
            <Button
              key={language}
              aria-label={waits(language) ? `${title}: ${t('making')}` : `${title}: ${name}`}
              aria-disabled={paper.isPending}
              onClick={() => ask(language)}
            >
              {waits(language) ? t('making') : title}
            </Button>
          )
        })}
        {hours}
      </Actions>
      {paper.error && <ProblemNotice error={paper.error} />}
    </>
  )
}

/** As a file of this device. */
function keep(content: Blob, name: string): void {
  const link = URL.createObjectURL(content)
  save(link, name)
  setTimeout(() => URL.revokeObjectURL(link), KEPT_MS)
}
