/** The ways to signing in and to the first e-mail address, and back to where one was. */

/** The page of signing in, which afterwards leads to `next`, an address of ours: `/staff/roster`. */
export function signInAddress(next?: string): string {
  return next === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ next }).toString()}`
}

/** Where it leads afterwards: `next` if it is an address of ours, else `otherwise`. */
export function wayBack(next: string | null, otherwise: string): string {
  if (next === null) return otherwise
  try {
    const { origin, pathname, search, hash } = new URL(next, location.origin)
    const ours = origin === location.origin && !/^\/(?:\/|api\/|sign-in$|first-email$)/.test(pathname)
    return ours ? pathname + search + hash : otherwise
  } catch {
    return otherwise
  }
}
