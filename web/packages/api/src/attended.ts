/** Whether somebody is here: what a page asks by itself is no use of its session, which else would never end. */

const ALONE_AFTER_MS = 60_000
export const UNATTENDED = 'X-Kezek-Unattended'

let touchedAt = Date.now()
if (typeof document !== 'undefined') {
  const touch = () => (touchedAt = Date.now())
  for (const each of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'visibilitychange']) {
    document.addEventListener(each, touch, { passive: true, capture: true })
  }
}

/** Says on a request that nobody has touched the page for a minute. */
export function sayIfUnattended(request: Request): void {
  if (Date.now() - touchedAt > ALONE_AFTER_MS) request.headers.set(UNATTENDED, '1')
}
