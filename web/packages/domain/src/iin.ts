/** The IIN's form, control digit and birth date, and the BIN's (domain §11). */
import type { Day } from './days'
import { compact } from './pasted'

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const NO_SUCH = 10

/** The twelve digits of what was typed, spaces and dashes left out; null if it is no IIN. */
export function plainIin(text: string): string | null {
  const plain = compact(text)
  return /^\d{12}$/.test(plain) && controlDigit(plain) === Number(plain[11]) ? plain : null
}

/** The twelve digits of a legal entity's BIN; null if it is none, and an IIN never is: its fifth digit is of a day. */
export function plainBin(text: string): string | null {
  const plain = plainIin(text)
  return plain !== null && '456'.includes(plain.charAt(4)) ? plain : null
}

function controlDigit(digits: string): number | null {
  for (const weights of [FIRST, SECOND]) {
    const rest = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
    if (rest !== NO_SUCH) return rest
  }
  return null
}

/** Shown in two groups: 991399 000009. */
export function formatIin(iin: string): string {
  return `${iin.slice(0, 6)} ${iin.slice(6)}`
}

/** The birth date that the number tells, null where it tells none: the register decides, never the number. */
export function birthDay(iin: string): Day | null {
  const century = { 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 }[Number(iin[6])]
  if (century === undefined) return null
  const [year, month, day] = [Number(iin.slice(0, 2)) + century, Number(iin.slice(2, 4)), Number(iin.slice(4, 6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null
}
