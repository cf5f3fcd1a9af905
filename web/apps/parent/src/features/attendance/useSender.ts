/** The outbox of the person on this page. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import type { Mark } from './outbox'
import { entrustedQuery } from './queries'
import { Sender } from './sender'

export interface Outbox {
  marks: readonly Mark[]
  sending: boolean
  add: (mark: Mark) => Promise<void>
  dismiss: (id: string) => Promise<void>
  flush: () => void
}

export function useSender(personId: string): Outbox {
  const client = useQueryClient()
  const [{ marks, sending }, setHeld] = useState<Pick<Outbox, 'marks' | 'sending'>>({ marks: [], sending: false })
  const sender = useRef<Sender | null>(null)
  useEffect(() => {
    const own = new Sender({
      personId,
      onChange: (held, busy) => setHeld({ marks: held, sending: busy }),
      onTaken: () => client.invalidateQueries({ queryKey: entrustedQuery.queryKey }),
    })
    sender.current = own
    return own.start()
  }, [client, personId])
  return {
    marks,
    sending,
    add: async (mark) => await sender.current?.add(mark),
    dismiss: async (id) => await sender.current?.dismiss(id),
    flush: () => void sender.current?.flush(),
  }
}
