/** The district that was chosen on this device: it says nothing about anybody. */
import { useSyncExternalStore } from 'react'

const KEY = 'kezek.district'
const listeners = new Set<() => void>()

export function useDistrict(): [string | null, (code: string) => void] {
  return [useSyncExternalStore(subscribe, () => localStorage.getItem(KEY)), chooseDistrict]
}

/** Empty for none. */
function chooseDistrict(code: string): void {
  if (code === '') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, code)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
