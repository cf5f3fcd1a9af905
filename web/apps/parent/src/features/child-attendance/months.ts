/** Months as `2026-11`. */

export function earlier(month: string): string {
  return moved(month, -1)
}

export function later(month: string): string {
  return moved(month, 1)
}

function moved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
