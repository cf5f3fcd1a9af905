/** Spans of time in words: what is left of a term, how long to wait. */
import { msOf } from './days'
import type { Language } from './language'
import { formatNumber } from './numbers'

type Unit = 'day' | 'hour' | 'minute' | 'second'
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

const NAMES: Readonly<Record<Language, Readonly<Record<Unit, Forms>>>> = {
  kk: { day: { other: 'күн' }, hour: { other: 'сағат' }, minute: { other: 'минут' }, second: { other: 'секунд' } },
  ru: {
    day: { one: 'день', few: 'дня', many: 'дней' },
    hour: { one: 'час', few: 'часа', many: 'часов' },
    minute: { one: 'минуту', few: 'минуты', many: 'минут' },
    second: { one: 'секунду', few: 'секунды', many: 'секунд' },
  },
  en: {
    day: { one: 'day', other: 'days' },
    hour: { one: 'hour', other: 'hours' },
    minute: { one: 'minute', other: 'minutes' },
    second: { one: 'second', other: 'seconds' },
  },
}
const SECONDS: readonly (readonly [Unit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** The two greatest units: 2 күн 13 сағат · 2 дня 13 часов · 2 days 13 hours. Seconds only below a minute. */
export function formatSpan(seconds: number, language: Language): string {
  const parts: string[] = []
  let rest = Math.max(0, Math.round(seconds))
  for (const [unit, length] of SECONDS) {
    const count = Math.floor(rest / length)
    if (parts.length === 2 || (parts.length > 0 && unit === 'second')) break
    if (count > 0) parts.push(countOf(unit, count, language))
    else if (parts.length > 0) break
    rest -= count * length
  }
  return parts.join(' ') || countOf('second', 0, language)
}

/** How long until an instant, null when it is over. */
export function secondsUntil(instant: string | Date, now: Date): number | null {
  const left = Math.floor((msOf(instant) - now.getTime()) / 1000)
  return left > 0 ? left : null
}

function countOf(unit: Unit, count: number, language: Language): string {
  const forms = NAMES[language][unit]
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? forms.many ?? ''
  return `${formatNumber(count, language)} ${form}`
}
