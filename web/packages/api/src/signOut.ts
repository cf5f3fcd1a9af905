/** Signing out. */
import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { noteSignedIn } from './signedIn'

/** Ends the session; a page, the home page as a rule, then starts anew, with nothing of who was here. */
export function useSignOut(to = '/') {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/sessions/current')),
    onSuccess: () => leave(to),
  })
}

/** The session was ended by its own person. */
export function leave(to = '/'): void {
  noteSignedIn(false)
  sessionStorage.clear()
  location.assign(to)
}
