/** What is looked for, kept in the address so that a list can be shared. */
import type { KindergartensOwnership } from '@kezek/api'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'

export const OWNERSHIPS: readonly KindergartensOwnership[] = ['state', 'private', 'mini_centre']
const ALL = 'all'
const PAUSE_MS = 300

export interface Search {
  /** Empty for all. */
  district: string
  ownership: KindergartensOwnership | 'all'
  name: string
}

export function useSearch(): [Search, (change: Partial<Search>) => void] {
  const [kept] = useDistrict()
  const [params, setParams] = useSearchParams()
  const search: Search = {
    district: districtOf(params.get('district') ?? kept ?? ''),
    ownership: OWNERSHIPS.find((each) => each === params.get('ownership')) ?? ALL,
    name: params.get('name') ?? '',
  }
  const change = (next: Partial<Search>) => setParams({ ...search, ...next }, { replace: true })
  return [search, change]
}

function districtOf(code: string): string {
  return /^\d{4}$/.test(code) ? code : ''
}

/** A text once nobody has typed for a moment: the API need not be asked for every letter. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
