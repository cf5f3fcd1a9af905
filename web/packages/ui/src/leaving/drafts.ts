/** What a person who signs out leaves on this device: nothing but marks of attendance that could not be sent yet. */

const DRAFTS = 'kezek.draft.'
/** The point that a family measures from: nobody misses it, so nobody is asked. */
export const OWN_POINT = 'kezek.point'
/** The children whom the person may bring, as they were shown last. */
export const ENTRUSTED = 'kezek.entrusted'
/** Marks of attendance that were not taken, until that is read. */
export const REFUSED = 'kezek.refused'
const UNSENT = 'kezek.unsent'

export function hasDrafts(): boolean {
  return drafts().length > 0
}

/** How many marks of the person are on this device only. */
export function noteUnsent(count: number): void {
  if (count === 0) localStorage.removeItem(UNSENT)
  else localStorage.setItem(UNSENT, String(count))
}

export function unsentMarks(): number {
  return Number(localStorage.getItem(UNSENT) ?? 0)
}

export function discardDrafts(): void {
  for (const place of [...drafts(), OWN_POINT, ENTRUSTED, REFUSED, UNSENT]) localStorage.removeItem(place)
}

function drafts(): string[] {
  return Object.keys(localStorage).filter((place) => place.startsWith(DRAFTS))
}
