/** Whether somebody has signed in on this device: the session itself is a cookie that no script can see. */

const KEY = 'kezek.signed-in'

export function mayBeSignedIn(): boolean {
  return localStorage.getItem(KEY) !== null
}

/** Which sign-in on this device it is, null while nobody is: what is kept for one session is not shown in another. */
export function sessionHere(): string | null {
  return localStorage.getItem(KEY)
}

/** Told to the other tabs, too. */
export function noteSignedIn(signedIn: boolean): void {
  if (!signedIn) localStorage.removeItem(KEY)
  else if (!mayBeSignedIn()) localStorage.setItem(KEY, '1')
}

/** Somebody has just signed in here, perhaps another than before. */
export function noteNewSession(): void {
  localStorage.setItem(KEY, String(Date.now()))
}

/** Calls back when another tab has signed in or out. */
export function whenSignedElsewhere(told: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) told()
  })
}
