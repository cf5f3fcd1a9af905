/** What is typed of a new kindergarten, and the body it comes to. */
import type { KindergartensKindergartenBody, KindergartensOwnership } from '@kezek/api'
import { plainIin, plainPhone } from '@kezek/domain'

import { NO_WORDS, type Words } from '../../shared/admin/words'

export interface Draft {
  district: string
  ownership: KindergartensOwnership | null
  name: Words
  address: Words
  phone: string
  website: string
  /** IINs, a line each. */
  workers: string
}

export const EMPTY: Draft = {
  district: '',
  ownership: null,
  name: NO_WORDS,
  address: NO_WORDS,
  phone: '',
  website: '',
  workers: '',
}

/** Null as long as something is missing or wrong. */
export function bodyOf(draft: Draft): KindergartensKindergartenBody | null {
  const [phone, workers] = [plainPhone(draft.phone), iinsIn(draft.workers)]
  if (draft.ownership === null || draft.district === '' || phone === null || workers === null) return null
  const website = draft.website.trim()
  return {
    district: draft.district,
    ownership: draft.ownership,
    name: draft.name,
    address: draft.address,
    phone,
    workers,
    ...(website && { website }),
  }
}

/** Lines and commas part them; spaces within are pasted along. Null where one is wrong. */
export function iinsIn(text: string): string[] | null {
  const typed = text.split(/[\n,;]/).filter((each) => each.trim() !== '')
  const found = typed.flatMap((each) => plainIin(each) ?? [])
  return found.length === typed.length ? found : null
}
