/** The marks of a text (see `model.ts`): pure. */
import type { Rules } from '@kezek/api'
import { type Language, POLICY } from '@kezek/domain'

export const MARK = /\*\*(.+?)\*\*|\[([^\]]+)\]\((\/[^)\s]*)\)|(kk|ru|en)(«[^»]*»)/

/** Ages are told in years: one and a half where a policy says 18 months. */
export function withNumbers(text: string, rules: Rules, language: Language): string {
  const told = { ...rules, fromYears: rules.fromMonths / 12, belowYears: rules.belowMonths / 12 }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const number = (told as Readonly<Record<string, number>>)[name]
    if (number === undefined) return whole
    const digits = String(Math.round(number * 10) / 10)
    return language === 'en' ? digits : digits.replace('.', ',')
  })
}

/** A text without its marks, as it is read where the shipped policy holds. */
export function plain(written: string): string {
  const text = withNumbers(written, POLICY, 'kk')
  const found = MARK.exec(text)
  if (!found) return text
  const [all, bold, linked, , , quoted] = found
  const inside = plain(bold ?? linked ?? '') + (quoted ?? '')
  return text.slice(0, found.index) + inside + plain(text.slice(found.index + all.length))
}
