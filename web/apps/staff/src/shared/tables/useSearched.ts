import type { Language } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import type { Chosen } from '@kezek/ui'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

import { usePaused } from '../usePaused'
import type { pagedQuery, Part } from './paged'

export interface Searched<P> {
  query: UseInfiniteQueryResult<InfiniteData<P>>
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  /** What is shown is not the answer to what was chosen last. */
  awaited: boolean
}

/** The rows of a table as its filters ask for them, beginning with `first`. */
export function useSearched<P extends Part<unknown>>(
  first: Chosen,
  queryOf: (chosen: Chosen, language: Language) => ReturnType<typeof pagedQuery<P>>,
): Searched<P> {
  const [chosen, onChoose] = useState(first)
  const asked = usePaused(chosen)
  const query = useInfiniteQuery(queryOf(asked, useLanguage()))
  return { query, chosen, onChoose, awaited: query.isPlaceholderData || asked !== chosen }
}
