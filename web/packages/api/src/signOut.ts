/** Signing out. */
import { useMutation } from '@tanstack/react-query'

import { api, unwrap } from './client'
import { noteSignedIn } from './signedIn'

let leaving = false

function stay(): void {
  leaving = false
}

function go(): void {
  leaving = true
  addEventListener('pagehide', stay, { once: true }) // the page may be shown again
}

/** Whether this page is on its way elsewhere because its own person signs out: nobody else need lead it anywhere. */
export function isLeaving(): boolean {
  return leaving
}

/** Ends the session; a page, the home page as a rule, then starts anew, with nothing of who was here. */
export function useSignOut(to = '/') {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/auth/sessions/current')),
    onMutate: go, // the stream tells of the end before the answer does
    onError: stay,
    onSuccess: () => leave(to),
  })
}

/** The session was ended by its own person. */
export function leave(to = '/'): void {
  go()
  noteSignedIn(false)
  sessionStorage.clear()
  location.assign(to)
}
