/** The files of one form, for its page. */
import { useMemo, useSyncExternalStore } from 'react'

import { type Hindrance, hindranceOf, type Item, type Left, type Limits } from './items'
import { Pile } from './Pile'
import type { Form } from './send'

export interface Files {
  items: readonly Item[]
  left: readonly Left[]
  /** The service has told what was handed in before. */
  known: boolean
  limits: Limits
  hindrance: Hindrance
  add: (chosen: Iterable<File>) => void
  remove: (key: string) => void
  again: (key: string) => void
  /** Of a limit that is shared: so many bytes are taken by the files of the other forms. */
  leaveRoom: (bytes: number) => void
  /** Fresh receipts of all files, in their order; null when one of them is no longer there, or nobody answers: that is shown. */
  receipts: () => Promise<string[] | null>
}

/** `draftId` is made by the page, one for each form, and kept with its draft: so a reload finds what was handed in. */
export function useFiles({ purpose, draftId, district }: Form, { most, megabytes, shared = false }: Limits): Files {
  const pile = useMemo(
    () => new Pile({ purpose, draftId, district }, { most, megabytes, shared }),
    [purpose, draftId, district, most, megabytes, shared],
  )
  const { items, left, known } = useSyncExternalStore(pile.subscribe, pile.snapshot)
  const { add, remove, again, leaveRoom, receipts } = pile
  return {
    items,
    left,
    known,
    limits: { most, megabytes, shared },
    hindrance: hindranceOf(items),
    add,
    remove,
    again,
    leaveRoom,
    receipts,
  }
}
