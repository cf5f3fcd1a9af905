/** While a year is typed, browsers give days of the first centuries. */
export function isDay(typed: string): boolean {
  return /^(19[7-9]|2\d\d)\d-/.test(typed)
}
