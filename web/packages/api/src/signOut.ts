/** Signing out. */
import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { noteSignedIn } from './signedIn'

/** Ends the session; the home page then starts anew, with nothing of who was here. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/sessions/current')),
    onSuccess: leave,
  })
}

/** The session was ended by its own person. */
export function leave(): void {
  noteSignedIn(false)
  sessionStorage.clear()
  location.assign('/')
}
