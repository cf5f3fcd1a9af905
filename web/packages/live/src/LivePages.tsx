/** Keeps pages fresh for whoever is signed in; loaded for nobody else. */
import { useSession } from '@kezek/api'
import { lazy, Suspense } from 'react'

const Nothing = () => null
/** Pages are pages without it, too. */
const Live = lazy(() => import('./Live').catch(() => ({ default: Nothing })))

export function LivePages() {
  const { me } = useSession()
  if (me?.complete !== true) return null
  return (
    <Suspense fallback={null}>
      <Live />
    </Suspense>
  )
}
