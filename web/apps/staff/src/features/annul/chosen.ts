import type { ReferralsAnnulmentReason } from '@kezek/api'

/** What is about to be annulled, and why. */
export interface Chosen {
  places: readonly string[]
  reason: ReferralsAnnulmentReason
  remark: string
}

export const REASONS: readonly ReferralsAnnulmentReason[] = [
  'published_by_mistake',
  'group_not_opened',
  'premises_unusable',
  'other',
]
