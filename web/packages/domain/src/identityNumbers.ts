import { compact } from './pasted'

/** An N before digits is a passport's own. */
const MARK = /^(?:№|#|no?[.:])/i
/** Of an identity card nine digits; a residence permit or a passport has letters before them. */
const NUMBER = /^[A-Z]{0,2}\d{6,12}$/

/** A document's number as the API takes it; null if it is none. */
export function plainIdentityNumber(text: string): string | null {
  const plain = compact(text).replace(MARK, '').toUpperCase()
  return NUMBER.test(plain) ? plain : null
}
