/** Signing out, and the way to the page of signing in and back. */
import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { noteSignedIn } from './signedIn'

/** The page of signing in, which afterwards leads back to `back`, an address of ours: `/staff/roster`. */
export function signInAddress(back?: string): string {
  return back === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ back }).toString()}`
}

/** Where the page of signing in leads afterwards: `back` if it is an address of ours, else `otherwise`. */
export function wayBack(back: string | null, otherwise: string): string {
  if (back === null) return otherwise
  try {
    const { origin, pathname, search, hash } = new URL(back, location.origin)
    return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : otherwise
  } catch {
    return otherwise
  }
}

/** Ends the session; the home page then starts anew, with nothing of who was here. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/sessions/current')),
    onSuccess: () => {
      noteSignedIn(false)
      sessionStorage.clear()
      location.assign('/')
    },
  })
}
