/** Days, hours and terms in words: browsers say that they know Kazakh, and do not. */
import { type Day, dayOf, endOf, type Moment, momentOf, two, weekday } from './days'
import type { Language, Words } from './language'

const MONTHS: readonly Words[] = [
  { kk: 'қаңтар', ru: 'января', en: 'January' },
  { kk: 'ақпан', ru: 'февраля', en: 'February' },
  { kk: 'наурыз', ru: 'марта', en: 'March' },
  { kk: 'сәуір', ru: 'апреля', en: 'April' },
  { kk: 'мамыр', ru: 'мая', en: 'May' },
  { kk: 'маусым', ru: 'июня', en: 'June' },
  { kk: 'шілде', ru: 'июля', en: 'July' },
  { kk: 'тамыз', ru: 'августа', en: 'August' },
  { kk: 'қыркүйек', ru: 'сентября', en: 'September' },
  { kk: 'қазан', ru: 'октября', en: 'October' },
  { kk: 'қараша', ru: 'ноября', en: 'November' },
  { kk: 'желтоқсан', ru: 'декабря', en: 'December' },
]
const WEEKDAYS: readonly Words[] = [
  { kk: 'дүйсенбі', ru: 'понедельник', en: 'Monday' },
  { kk: 'сейсенбі', ru: 'вторник', en: 'Tuesday' },
  { kk: 'сәрсенбі', ru: 'среда', en: 'Wednesday' },
  { kk: 'бейсенбі', ru: 'четверг', en: 'Thursday' },
  { kk: 'жұма', ru: 'пятница', en: 'Friday' },
  { kk: 'сенбі', ru: 'суббота', en: 'Saturday' },
  { kk: 'жексенбі', ru: 'воскресенье', en: 'Sunday' },
]
/** As they stand after «до»: «до четверга, 3 декабря». */
const UNTIL_RU = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья']

type When = Day | string

/** 1 желтоқсан · 1 декабря · 1 December; of a text the day it names, of an instant (with an hour) the day in Kazakhstan. */
export function formatDay(when: When, language: Language): string {
  const { day, month } = day_(when)
  return `${String(day)} ${name(MONTHS, month - 1, language)}`
}

/** 2026 жылғы 1 желтоқсан · 1 декабря 2026 года · 1 December 2026. */
export function formatDate(when: When, language: Language): string {
  const { year } = day_(when)
  const short = formatDay(when, language)
  return { kk: `${String(year)} жылғы ${short}`, ru: `${short} ${String(year)} года`, en: `${short} ${String(year)}` }[
    language
  ]
}

/** As part of a sentence, where Kazakh needs a word after it: 1 желтоқсан күні · 1 декабря · on 1 December. */
export function formatOnDay(when: When, language: Language): string {
  const short = formatDay(when, language)
  return { kk: `${short} күні`, ru: short, en: `on ${short}` }[language]
}

/** 1 желтоқсан күнінен бері · с 1 декабря · since 1 December. */
export function formatSince(when: When, language: Language): string {
  const short = formatDay(when, language)
  return { kk: `${short} күнінен бері`, ru: `с ${short}`, en: `since ${short}` }[language]
}

export function formatWeekday(when: When, language: Language): string {
  return name(WEEKDAYS, weekday(day_(when)), language)
}

/** 10:15, in Kazakhstan. */
export function formatHour(instant: string | Date | Moment): string {
  const { hour, minute } = isMoment(instant) ? instant : momentOf(instant)
  return `${two(hour)}:${two(minute)}`
}

/** 1 желтоқсан, сағат 10:15 · 1 декабря, 10:15 · 1 December, 10:15. */
export function formatMoment(instant: string | Date, language: Language): string {
  const moment = momentOf(instant)
  return `${formatDay(moment, language)}, ${language === 'kk' ? 'сағат ' : ''}${formatHour(moment)}`
}

/** 01.12.2026 10:15, for tables. */
export function formatNumeric(when: string): string {
  const { day, month, year } = day_(when)
  const date = `${two(day)}.${two(month)}.${String(year)}`
  return hasHour(when) ? `${date} ${formatHour(when)}` : date
}

/** 16.10.2025 14:32:16, for a journal that tells it to the second. */
export function formatToSecond(instant: string): string {
  return `${formatNumeric(instant)}:${two(new Date(instant).getUTCSeconds())}`
}

/** Until when: 3 желтоқсан, бейсенбі, сағат 24:00-ге дейін · до четверга, 3 декабря, 24:00 · until Thursday 3 December, 24:00. */
export function formatDeadline(instant: string | Date, language: Language): string {
  const end = endOf(instant)
  const [day, hour] = [formatDay(end, language), formatHour(end)]
  switch (language) {
    case 'kk':
      return `${day}, ${formatWeekday(end, 'kk')}, сағат ${hour}-${dative(end)} дейін`
    case 'ru':
      return `до ${UNTIL_RU[weekday(end)] ?? ''}, ${day}, ${hour}`
    case 'en':
      return `until ${formatWeekday(end, 'en')} ${day}, ${hour}`
  }
}

/** The ending that «до» is in Kazakh, by the last number spoken: сағат 24:00-ге, 18:30-ға. */
function dative({ hour, minute }: Moment): string {
  const spoken = minute === 0 ? hour : minute
  const ones: Record<number, string> = {
    1: 'ге',
    2: 'ге',
    3: 'ке',
    4: 'ке',
    5: 'ке',
    6: 'ға',
    7: 'ге',
    8: 'ге',
    9: 'ға',
  }
  const tens: Record<number, string> = { 0: 'ге', 10: 'ға', 20: 'ға', 30: 'ға', 40: 'қа', 50: 'ге' }
  return minute === 0 && hour === 24 ? 'ге' : (ones[spoken % 10] ?? tens[spoken] ?? 'ге')
}

/** An instant as text with an hour is a moment in Kazakhstan; a text without one is a day as it stands. */
function day_(when: When): Day {
  if (typeof when !== 'string') return when
  return hasHour(when) ? momentOf(when) : dayOf(when)
}

function hasHour(text: string): boolean {
  return text.includes('T')
}

function isMoment(instant: string | Date | Moment): instant is Moment {
  return typeof instant === 'object' && 'hour' in instant
}

function name(words: readonly Words[], index: number, language: Language): string {
  return words[index]?.[language] ?? ''
}
