/** By what a referral is looked for, as people type or paste it. */
import { plainIin, plainNumber } from '@kezek/domain'

export type By = 'number' | 'iin'

/** Null if it is neither ten digits of a paper nor an IIN. */
export function keyIn(by: By, typed: string): { number: string } | { iin: string } | null {
  if (by === 'iin') {
    const iin = plainIin(typed)
    return iin === null ? null : { iin }
  }
  const number = plainNumber(typed)
  return /^\d{10}$/.test(number) ? { number } : null
}
