/** A log, newest first, page by page. */
import { Card, EmptyState, Loaded, More } from '@kezek/ui'
import { useTexts } from '@kezek/i18n'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import css from './Logs.module.css'
import { logTexts } from './texts'

interface LogListProps<Line extends { id: string }> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Line[]; next: string | null }>>
  children: (line: Line) => ReactNode
}

export function LogList<Line extends { id: string }>({ query, children }: LogListProps<Line>) {
  const t = useTexts(logTexts)
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const lines = pages.flatMap(({ items }) => items)
        if (lines.length === 0) return <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
        return (
          <Card>
            <ol className={css.log}>
              {lines.map((line) => (
                <li key={line.id}>{children(line)}</li>
              ))}
            </ol>
            <More
              shown={lines.length}
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </Card>
        )
      }}
    </Loaded>
  )
}
