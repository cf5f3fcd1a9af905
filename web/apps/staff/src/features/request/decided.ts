/** What an administrator has chosen and typed, and what it comes to. */
import type { KindergartensApprovalBody, KindergartensRefusalReason } from '@kezek/api'

import type { Words } from '../../shared/admin/words'

export type Decided =
  { approval: KindergartensApprovalBody } | { refusal: { reason: KindergartensRefusalReason; remark: string } }

export type Way = 'join' | 'asNew' | 'refuse'

export const REASONS: readonly KindergartensRefusalReason[] = [
  'no_kindergarten',
  'data_wrong',
  'person_not_authorised',
  'asked_twice',
  'other',
]

export interface Values {
  way: Way | null
  /** Which one to join. */
  kindergarten: string | null
  name: Words
  address: Words
  reason: KindergartensRefusalReason | null
  remark: string
}

/** Null as long as a choice is missing. */
export function decidedBy({ way, kindergarten, name, address, reason, remark }: Values): Decided | null {
  if (way === 'join' && kindergarten !== null) return { approval: { kindergarten_id: kindergarten } }
  if (way === 'asNew') return { approval: { name, address } }
  if (way === 'refuse' && reason !== null) return { refusal: { reason, remark } }
  return null
}
