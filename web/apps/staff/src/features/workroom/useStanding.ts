import { isBusy, useMayLeave, type useAct } from '@kezek/signing'
import { useEffect, useEffectEvent } from 'react'

/** How far a signature is: `busy` takes all attention, `waits` is signed and goes on by itself. */
export type Standing = 'idle' | 'busy' | 'waits'

/** Tells the page how far this act's signature is, until it is no longer shown. */
export function useStanding({ state }: ReturnType<typeof useAct>, onStanding: (standing: Standing) => void): void {
  const mayLeave = useMayLeave(state)
  const standing = mayLeave ? 'waits' : isBusy(state) ? 'busy' : 'idle'
  const tell = useEffectEvent(onStanding)
  useEffect(() => {
    tell(standing)
    return () => tell('idle')
  }, [standing])
}
