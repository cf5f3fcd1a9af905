/** Whether somebody has signed in on this device: the session itself is a cookie that no script can see. */

const KEY = 'kezek.signed-in'

export function mayBeSignedIn(): boolean {
  return localStorage.getItem(KEY) === '1'
}

export function noteSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(KEY, '1')
  else localStorage.removeItem(KEY)
}
