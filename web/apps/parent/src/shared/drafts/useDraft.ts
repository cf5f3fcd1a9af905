/** What is typed into a form, kept for the person who typed it. */
import { api, unwrap } from '@kezek/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'

import { draftKeyOf } from './seal'
import { SharedDrawer } from './shared'

export interface DraftForm<T> {
  /** Undefined until it is known what lies here. */
  value: T | undefined
  /** A part, or what makes one of what stands there now: of two changes at once none is lost. */
  change: (part: Partial<T> | ((now: T) => Partial<T>)) => void
  /** For good: it was sent, or the person wants it gone. */
  discard: () => void
  /** Since when what is shown is kept; null while nothing is. */
  savedAt: Date | null
  /** It was found here, and nothing was typed since. */
  restored: boolean
  /** Nothing can be kept: the key cannot be had, or the browser has no room. */
  lost: boolean
}

/** `check` answers null for what an earlier release wrote otherwise. */
export function useDraft<T extends object>(name: string, empty: T, check: (found: unknown) => T | null): DraftForm<T> {
  const { data, isError } = useQuery(draftQuery(name, check))
  const [typed, setTyped] = useState<{ value: T; kept: boolean } | null>(null)
  const [kept, setKept] = useState<Date | null>(null)
  const [full, setFull] = useState(false)
  const known = data !== undefined || isError
  const opened = data?.found?.value ?? empty
  const value = typed?.value ?? (known ? opened : undefined)
  const change: DraftForm<T>['change'] = (part) =>
    setTyped((before) => {
      const now = before?.value ?? opened
      return { value: { ...now, ...(typeof part === 'function' ? part(now) : part) }, kept: true }
    })
  const keep = useEffectEvent(() => {
    if (typed?.kept) data?.drawer.keep(typed.value).then(setKept, () => setFull(true))
  })
  useEffect(() => keep(), [typed])
  const discard = () => {
    data?.drawer.discard()
    setTyped({ value: empty, kept: false })
    setKept(null)
  }
  const found = data?.found ?? null
  const restored = found !== null && typed === null
  return { value, change, discard, savedAt: kept ?? found?.savedAt ?? null, restored, lost: isError || full }
}

const draftQuery = <T>(name: string, check: (found: unknown) => T | null) =>
  queryOptions({
    queryKey: ['auth', 'draft', name],
    queryFn: async ({ signal }) => {
      const { key } = await unwrap(api.GET('/api/auth/me/draft-key', { signal }))
      const drawer = new SharedDrawer<T>(await draftKeyOf(key), name)
      return { drawer, found: await drawer.open(check) }
    },
    staleTime: Infinity,
    gcTime: 0, // a page that is come back to opens the drawer again
  })
