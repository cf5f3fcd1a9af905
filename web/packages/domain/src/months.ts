/** Months as `2026-11`. */
import { formatDay } from './dates'
import type { Language } from './language'

/** Russian alone calls a month by another form when no day stands before it. */
const RUSSIAN = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')

/** 2026 жылғы қараша · ноябрь 2026 года · November 2026. */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number = '1'] = month.split('-')
  const first = formatDay(`${month}-01`, language).slice('1 '.length)
  const named = language === 'ru' ? (RUSSIAN[Number(number) - 1] ?? first) : first
  return { kk: `${year} жылғы ${named}`, ru: `${named} ${year} года`, en: `${named} ${year}` }[language]
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

/** The month that an address asks for; of nonsense, and where none is asked for, the other one. */
export function askedMonth(asked: string | null, otherwise: string): string {
  return asked !== null && MONTH.test(asked) ? asked : otherwise
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
