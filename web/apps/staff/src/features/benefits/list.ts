/** The list of benefits as it is being changed: pure. */
import type { QueueBenefitView } from '@kezek/api'

import { NO_WORDS } from '../../shared/admin/words'

export type Benefit = QueueBenefitView

/** As typed. */
export interface Draft extends Omit<Benefit, 'proof_months'> {
  proof_months: string
}

export const NEW: Draft = { code: '', name: NO_WORDS, queue_class: 'priority', proof: NO_WORDS, proof_months: '' }
const CODE = /^[a-z][a-z_]{1,39}$/
const MOST_MONTHS = 240

export function draftOf(benefit: Benefit): Draft {
  return { ...benefit, proof_months: String(benefit.proof_months ?? '') }
}

export function benefitOf({ proof_months: months, ...draft }: Draft): Benefit {
  return { ...draft, code: draft.code.trim(), proof_months: months.trim() === '' ? null : Number(months) }
}

export function isCode(text: string): boolean {
  return CODE.test(text.trim())
}

export function isMonths(text: string): boolean {
  const plain = text.trim()
  return plain === '' || (/^\d{1,3}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= MOST_MONTHS)
}

/** At its place, or at the end. */
export function put(list: readonly Benefit[], benefit: Benefit): readonly Benefit[] {
  const known = list.some(({ code }) => code === benefit.code)
  return known ? list.map((each) => (each.code === benefit.code ? benefit : each)) : [...list, benefit]
}

export function isSame(one: readonly Benefit[], other: readonly Benefit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
