/** The language of the page: told by the shell that was served, kept in a cookie by which the next shell is chosen. */
import { isLanguage, type Language } from '@kezek/domain'
import { useSyncExternalStore } from 'react'

export const LANGUAGE_NAMES: Readonly<Record<Language, { short: string; full: string }>> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
}

const COOKIE = 'kezek_language'
const YEAR_S = 365 * 24 * 60 * 60
const listeners = new Set<() => void>()
let current: Language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'kk'

export function currentLanguage(): Language {
  return current
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

/** Shows the page in another language and remembers it; texts that are shown must be loaded before (`switchLanguage`). */
export function changeLanguage(next: Language): void {
  current = next
  document.documentElement.lang = next
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${COOKIE}=${next}; Path=/; Max-Age=${String(YEAR_S)}; SameSite=Lax${secure}`
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
