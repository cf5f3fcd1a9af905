/** Changes of the rules that are not signed yet: they stay in this tab while their page is left, and are nobody else's. */
import { whenPersonLeaves } from '@kezek/api'
import { useEffect, useEffectEvent, useState } from 'react'

const PREFIX = 'kezek.unsigned.'

whenPersonLeaves(() => {
  for (const place of Object.keys(sessionStorage)) if (place.startsWith(PREFIX)) sessionStorage.removeItem(place)
})

/** What was left unsigned under this name; null if nothing was. */
export function unsignedOf(name: string): unknown {
  return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null')
}

/** It was signed. */
export function forgetUnsigned(name: string): void {
  sessionStorage.removeItem(PREFIX + name)
}

/** Keeps what is changed, null for nothing; the browser asks before the tab is closed with it. */
export function useUnsigned(name: string, changed: unknown): void {
  const text = changed === null ? null : JSON.stringify(changed)
  useEffect(() => {
    if (text === null) {
      forgetUnsigned(name)
      return
    }
    sessionStorage.setItem(PREFIX + name, text)
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [name, text])
}

type Parameters = Readonly<Record<string, string>>

/** The same for what stands in the address: who comes back without it is brought to it. */
export function useUnsignedInAddress(
  name: string,
  changed: Parameters | null,
  onBack: (kept: Parameters) => void,
): void {
  const [kept] = useState(() => unsignedOf(name) as Parameters | null)
  const bringBack = useEffectEvent(() => {
    if (changed === null && kept !== null) onBack(kept)
  })
  useEffect(() => bringBack(), [])
  useUnsigned(name, changed)
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
