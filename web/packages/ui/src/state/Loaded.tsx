/** What a question answers: waited for in words, refused with a way on, and shown as of then when a refresh fails. */
import { formatMoment } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { focusPage } from '../focus'
import { Button } from '../form/Button'
import { Notice } from '../text/Notice'
import css from './Loaded.module.css'
import { ProblemNotice } from './ProblemNotice'
import { Spinner } from './Spinner'

type Asked<D> = Pick<UseQueryResult<D>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>

interface LoadedProps<D> {
  query: Asked<D>
  children: (data: D) => ReactNode
  /** Said while it is on its way. */
  waiting?: string
}

export function Loaded<D>({ query, children, waiting }: LoadedProps<D>) {
  const { data, error } = query
  const retry = () => void query.refetch()
  if (data === undefined) return error ? <ProblemNotice error={error} onRetry={retry} /> : <Spinner>{waiting}</Spinner>
  return (
    <>
      {error && <Stale at={query.dataUpdatedAt} onRetry={retry} />}
      {children(data)}
    </>
  )
}

/** What is shown is that of then: a refresh failed. */
export function Stale({ at, onRetry }: { at: number; onRetry: () => void }) {
  const t = useTexts(commonTexts)
  const time = formatMoment(new Date(at), useLanguage())
  return (
    <Notice live>
      <p>{t('staleData', { time })}</p>
      <Button
        kind="second"
        small
        onClick={(event) => {
          focusPage(event.currentTarget)
          onRetry()
        }}
      >
        {t('retry')}
      </Button>
    </Notice>
  )
}

/** «As of» below what is shown; `at` is what the answer says of itself, or when it came: 0 while none has. */
export function AsOf({ at }: { at: string | number }) {
  const t = useTexts(commonTexts)
  const language = useLanguage()
  if (at === 0) return null
  return (
    <p className={css.asOf}>
      {t('asOf', { time: formatMoment(typeof at === 'number' ? new Date(at) : at, language) })}
    </p>
  )
}
