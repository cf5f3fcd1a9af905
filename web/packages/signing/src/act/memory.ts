/** Which act is under way here: its id and nothing else, for a page that is left and comes back. */

const key = (name: string) => `kezek.act.${name}`

export function recall(name: string): string | null {
  return sessionStorage.getItem(key(name))
}

export function remember(name: string, id: string): void {
  sessionStorage.setItem(key(name), id)
}

export function forget(name: string): void {
  sessionStorage.removeItem(key(name))
}
