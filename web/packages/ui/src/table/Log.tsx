/** A log, newest first, page by page: when, what, and the rest of it in small print. */
import { formatMoment } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { Loaded } from '../state/Loaded'
import { Card } from '../text/Card'
import { EmptyState } from '../text/EmptyState'
import css from './Log.module.css'
import { More } from './More'

interface LogProps<Line> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Line[]; next: string | null }>>
  keyOf: (line: Line) => string
  /** A `LogLine`. */
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
                <li key={keyOf(line)}>{children(line)}</li>
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

interface LogLineProps {
  at: string
  what: string
  /** Each with its name: who, why. */
  facts?: readonly { name: string; value: ReactNode }[]
  children?: ReactNode
}

export function LogLine({ at, what, facts = [], children }: LogLineProps) {
  return (
    <>
      <time dateTime={at}>{formatMoment(at, useLanguage())}</time>
      <div>
        <h2>{what}</h2>
        {facts.map(({ name, value }) => (
          <p key={name} className={css.fact}>
            {name}: {value}
          </p>
        ))}
        {children}
      </div>
    </>
  )
}
