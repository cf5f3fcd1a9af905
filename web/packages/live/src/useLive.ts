import { meQuery, useSession } from '@kezek/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { startLive } from './live'
import { watchQueues } from './queues'
import { Refresher } from './refresher'

/** Shows what changes without a reload, for as long as somebody is signed in: once, in the app's frame. */
export function useLive(): void {
  const client = useQueryClient()
  const { me } = useSession()
  const whose = me?.complete === true ? [me.person_id, me.works_at, ...me.roles].join() : null
  useEffect(() => {
    if (whose === null || !('BroadcastChannel' in window)) return
    const begin = () =>
      startLive({
        whose,
        refresher: new Refresher(client),
        onOver: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
        locks: 'locks' in navigator ? navigator.locks : undefined,
        watchQueues: (onChange) => watchQueues(client, onChange),
      })
    let end = begin()
    // a page that is kept for the way back may hold neither lock nor stream
    const leave = () => end()
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) end = begin()
    }
    addEventListener('pagehide', leave)
    addEventListener('pageshow', comeBack)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', comeBack)
      end()
    }
  }, [whose, client])
}
