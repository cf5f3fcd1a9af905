/**
 * What is looked for in the journal. It stands in the address behind `#`, which no server is told: a child's name has no
 * place in the logs of one.
 */
import { compact, isOfNumber } from '@kezek/domain'
import { useState } from 'react'

import { type Application, fullName } from '../../shared/applications/model'

export interface Sought {
  /** A number or a part of it, or a part of the child's name. */
  text: string
  /** Empty for any. */
  state: string
}

export const ALL: Sought = { text: '', state: '' }
const IIN = /^\d{12}$/

export function fits({ number, child, state }: Application, sought: Sought): boolean {
  const words = sought.text.toLowerCase().split(/\s+/).filter(Boolean)
  const name = fullName(child).toLowerCase()
  const named = words.every((word) => name.includes(word)) || isOfNumber(number, sought.text)
  return named && (sought.state === '' || sought.state === state.code)
}

export function useSought(): [Sought, (part: Partial<Sought>) => void] {
  const [sought, setSought] = useState(inAddress)
  const change = (part: Partial<Sought>) => {
    const next = { ...sought, ...part }
    setSought(next)
    keep(next)
  }
  return [sought, change]
}

function inAddress(): Sought {
  const kept = new URLSearchParams(location.hash.slice(1))
  return { text: kept.get('text') ?? '', state: kept.get('state') ?? '' }
}

/** An IIN that somebody tries has no place in an address at all. */
function keep({ text, state }: Sought): void {
  const kept = new URLSearchParams()
  if (text.trim() !== '' && !IIN.test(compact(text))) kept.set('text', text.trim())
  if (state !== '') kept.set('state', state)
  const hash = kept.size > 0 ? `#${kept.toString()}` : ''
  history.replaceState(history.state, '', location.pathname + location.search + hash)
}
