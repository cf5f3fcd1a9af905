/** Signing out. */
import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { noteSignedIn } from './signedIn'

let leaving = false
addEventListener('pagehide', () => (leaving = false)) // it may be shown again

/** Whether this page is on its way elsewhere because its own person signs out: nobody else need lead it anywhere. */
export function isLeaving(): boolean {
  return leaving
}

/** Ends the session; a page, the home page as a rule, then starts anew, with nothing of who was here. */
export function useSignOut(to = '/') {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/sessions/current')),
    onMutate: () => {
      leaving = true // the stream tells of the end before the answer does
    },
    onError: () => {
      leaving = false
    },
    onSuccess: () => leave(to),
  })
}

/** The session was ended by its own person. */
export function leave(to = '/'): void {
  leaving = true
  noteSignedIn(false)
  sessionStorage.clear()
  location.assign(to)
}
