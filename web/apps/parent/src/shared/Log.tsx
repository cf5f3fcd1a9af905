/** A log of the own account, newest first, page by page. */
import { Card, EmptyState, Loaded, More } from '@kezek/ui'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'

import css from './Log.module.css'

interface Part<Line> {
  items: Line[]
  next: string | null
}

interface LogProps<Line> {
  query: UseInfiniteQueryResult<InfiniteData<Part<Line>>>
  keyOf: (line: Line) => string
  children: (line: Line) => ReactNode
  empty: string
  emptyMore: string
}

export function Log<Line>({ query, keyOf, children, empty, emptyMore }: LogProps<Line>) {
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const lines = pages.flatMap(({ items }) => items)
        if (lines.length === 0) return <EmptyState title={empty}>{emptyMore}</EmptyState>
        return (
          <Card>
            <ol className={css.log}>
              {lines.map((line) => (
                <Fragment key={keyOf(line)}>{children(line)}</Fragment>
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
