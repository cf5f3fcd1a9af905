/** What was typed, kept in this tab alone: it names a person, and nobody is signed in whom it could be sealed for. */
import type { KindergartensAccountRequestBody, KindergartensAskedView, KindergartensOwnership } from '@kezek/api'
import { type Language, newId, plainEmail, plainIin, plainPhone } from '@kezek/domain'
import { useState } from 'react'

export interface Draft {
  district: string
  nameKk: string
  nameRu: string
  addressKk: string
  addressRu: string
  phone: string
  website: string
  ownership: KindergartensOwnership | null
  iin: string
  ownerPhone: string
  email: string
  language: Language
  /** The same until it is sent: sent twice it is one request. */
  key: string
}

export type Text = Exclude<keyof Draft, 'ownership' | 'language' | 'key'>

const DRAFT = 'kezek.account-request'
const ASKED = 'kezek.account-request.asked'

export function useDraft(language: Language): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(language), ...(read(DRAFT) as Partial<Draft> | null) }))
  const change = (next: Partial<Draft>) => {
    const changed = { ...draft, ...next }
    sessionStorage.setItem(DRAFT, JSON.stringify(changed))
    setDraft(changed)
  }
  const clear = () => {
    sessionStorage.removeItem(DRAFT)
    setDraft(emptyDraft(language))
  }
  return [draft, change, clear]
}

function emptyDraft(language: Language): Draft {
  const texts = { district: '', nameKk: '', nameRu: '', addressKk: '', addressRu: '', phone: '', website: '' }
  return { ...texts, ownership: null, iin: '', ownerPhone: '', email: '', language, key: newId() }
}

/** The answer, which is given once: it stays until the tab is closed. */
export function keptAnswer(): KindergartensAskedView | null {
  return read(ASKED) as KindergartensAskedView | null
}

export function keepAnswer(asked: KindergartensAskedView | null): void {
  if (asked) sessionStorage.setItem(ASKED, JSON.stringify(asked))
  else sessionStorage.removeItem(ASKED)
}

function read(place: string): unknown {
  return JSON.parse(sessionStorage.getItem(place) ?? 'null')
}

/** As the API takes it; null where something is not right. */
export function bodyOf(draft: Draft): KindergartensAccountRequestBody | null {
  const [iin, ownerPhone, email, phone] = [
    plainIin(draft.iin),
    plainPhone(draft.ownerPhone),
    plainEmail(draft.email),
    plainPhone(draft.phone),
  ]
  const website = draft.website.trim()
  if (!iin || !ownerPhone || !email || !phone || !draft.ownership) return null
  return {
    district: draft.district,
    name: { kk: draft.nameKk.trim(), ru: draft.nameRu.trim() },
    address: { kk: draft.addressKk.trim(), ru: draft.addressRu.trim() },
    phone,
    ...(website && { website }),
    ownership: draft.ownership,
    owner: { iin, phone: ownerPhone, email, language: draft.language },
  }
}
