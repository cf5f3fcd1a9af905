/** Months as `2026-11`. */
import { monthName } from './dates'
import type { Language } from './language'

/** 2026 жылғы қараша · ноябрь 2026 года · November 2026. */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number] = month.split('-')
  const named = monthName(Number(number), language)
  return { kk: `${year} жылғы ${named}`, ru: `${named} ${year} года`, en: `${named} ${year}` }[language]
}

export function earlierMonth(month: string): string {
  return moved(month, -1)
}

export function laterMonth(month: string): string {
  return moved(month, 1)
}

function moved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
