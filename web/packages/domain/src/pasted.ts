/** What people paste: numbers come with spaces of all kinds, dashes and marks that nobody sees. */

const BETWEEN = /[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Pd}\u2212]/gu

/** A number or code without what stands between its digits and letters. */
export function compact(text: string): string {
  return text.replace(BETWEEN, '')
}

/** A number without spaces and without the sign № before it. */
export function plainNumber(text: string): string {
  return compact(text).replace(/^(?:№|#|no|nr|n)[.:]?/i, '')
}

/** An address without marks that nobody sees, and without spaces around it. */
export function withoutMarks(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim()
}
