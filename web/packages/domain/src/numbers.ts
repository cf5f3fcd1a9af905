import type { Language } from './language'

const NO_BREAK_SPACE = '\u00a0'

/** A whole number in groups of three: browsers have no Kazakh, so we do not ask them. */
export function formatNumber(value: number, language: Language): string {
  const sign = value < 0 ? '−' : ''
  const digits = String(Math.abs(Math.trunc(value)))
  const separator = language === 'en' ? ',' : NO_BREAK_SPACE
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, separator)
}
