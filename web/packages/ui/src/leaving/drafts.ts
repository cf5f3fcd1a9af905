/** What a person who signs out leaves on this device: nothing. */

const DRAFTS = 'kezek.draft.'

export function hasDrafts(): boolean {
  return drafts().length > 0
}

export function discardDrafts(): void {
  for (const place of drafts()) localStorage.removeItem(place)
}

function drafts(): string[] {
  return Object.keys(localStorage).filter((place) => place.startsWith(DRAFTS))
}
