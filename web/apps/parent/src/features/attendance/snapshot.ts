/**
 * Whom one may bring, as it was shown last: without a network the page has that. It belongs to one session, and signing
 * out takes it away at once.
 */
import { type KindergartensEntrustedChildView, sessionHere } from '@kezek/api'
import { ENTRUSTED } from '@kezek/ui'

/** A mark that is older is not taken. */
const LONGEST_MS = 7 * 24 * 60 * 60_000

export interface Snapshot {
  person_id: string
  /** By the device's clock. */
  saved_at: number
  items: KindergartensEntrustedChildView[]
}

export function saveSnapshot(snapshot: Snapshot): void {
  localStorage.setItem(ENTRUSTED, JSON.stringify({ ...snapshot, session: sessionHere() }))
}

export function readSnapshot(): Snapshot | null {
  const kept = localStorage.getItem(ENTRUSTED)
  if (kept === null) return null
  try {
    const snapshot = JSON.parse(kept) as Snapshot & { session: string | null }
    const fresh = Date.now() - snapshot.saved_at < LONGEST_MS
    return fresh && snapshot.session !== null && snapshot.session === sessionHere() ? snapshot : null
  } catch {
    return null
  }
}

export function forgetSnapshot(): void {
  localStorage.removeItem(ENTRUSTED)
}
