/** Sorting by the Kazakh alphabet, which holds the Russian one: browsers put «і» before «к». */

const ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const ORDER = new Map(Array.from(ALPHABET, (letter, index) => [letter, String.fromCharCode(0x1000 + index)]))

/** Compares two texts: digits by their value, then Latin letters, then Cyrillic ones; capitals do not matter. */
export function compareTexts(a: string, b: string): number {
  const [first, second] = [keyOf(a), keyOf(b)]
  return first < second ? -1 : first > second ? 1 : a < b ? -1 : a > b ? 1 : 0
}

/** A copy in order of a text of each. */
export function sortedBy<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareTexts(textOf(a), textOf(b)))
}

function keyOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[«»"“”„'№]/g, '')
    .trim()
  const numbered = plain.replace(/\d+/g, (digits) => digits.padStart(12, '0'))
  return Array.from(numbered, (letter) => ORDER.get(letter) ?? letter).join('')
}
