/** The page can be put on the phone's screen, and opens without a network. */
import { useEffect } from 'react'

const WORKER = '/attendance-worker.js'
const MANIFEST = '/attendance.webmanifest'

export function useInstallable(): void {
  useEffect(() => {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = MANIFEST
    document.head.append(link)
    // without it the page is a page like the others
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register(WORKER, { scope: '/attendance' }).catch(() => undefined)
    }
    return () => link.remove()
  }, [])
}
