/** What a person who signs out leaves on this device: nothing. */

const DRAFTS = 'kezek.draft.'
/** The point that a family measures from: nobody misses it, so nobody is asked. */
export const OWN_POINT = 'kezek.point'

export function hasDrafts(): boolean {
  return drafts().length > 0
}

export function discardDrafts(): void {
  for (const place of [...drafts(), OWN_POINT]) localStorage.removeItem(place)
}

function drafts(): string[] {
  return Object.keys(localStorage).filter((place) => place.startsWith(DRAFTS))
}
