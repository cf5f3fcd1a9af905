/** The texts of refusals, and what their parameters look like in words. */
import type { ParamsOf, ProblemCode } from '@kezek/api'
import { formatDate, formatMoment, formatSpan, type Language } from '@kezek/domain'

import { use } from 'react'

import type { Names, Value } from '../dictionary'
import { useLanguage } from '../language'
import { say, texts } from '../texts'
import type kk from './kk'

export const problemTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})

/** The parameters that a code always has. */
type Sure<P> = string extends keyof P ? never : { [K in keyof P]-?: undefined extends P[K] ? never : K }[keyof P]
type Unknown<Code extends ProblemCode> = Exclude<Names<(typeof kk)[Code]>, Sure<ParamsOf<Code>>>

/** The codes whose text names a parameter that the code does not have. */
export type Misfits = { [Code in ProblemCode]: [Unknown<Code>] extends [never] ? never : Code }[ProblemCode]
type Must<Holds extends true> = Holds
export type EveryTextFits = Must<[Misfits] extends [never] ? true : Misfits>

export interface ProblemText {
  /** What happened. */
  title: string
  /** What did not happen, and what to do. */
  advice: readonly string[]
}

interface Refusal {
  code: string
  params: object
}

/** Says refusals in words. A code that only a later release of the API knows has no text: null. */
export function useProblemText(): (refusal: Refusal, district?: string) => ProblemText | null {
  const language = useLanguage()
  const dictionary = use(problemTexts.load(language))
  return ({ code, params }, district) => {
    const message = dictionary[code]
    if (message === undefined) return null
    const [title = '', ...advice] = say(message, valuesOf(params, language, district), language).split('\n')
    return { title, advice }
  }
}

const YEARS = ['year', 'first', 'last']
const DAYS = ['day', 'from_day', 'first_day', 'last_day']
const MOMENTS = ['opens_at', 'used_at']

function valuesOf(params: object, language: Language, district: string | undefined): Record<string, Value> {
  const entries = Object.entries(params).map(([name, value]): [string, Value] => {
    if (name === 'retry_after_s' || name === 'fresh_s') return [name, formatSpan(Number(value), language)]
    if (DAYS.includes(name)) return [name, formatDate(String(value), language)]
    if (MOMENTS.includes(name)) return [name, formatMoment(String(value), language)]
    if (name === 'district') return [name, district ?? String(value)]
    return [name, YEARS.includes(name) ? String(value) : (value as Value)]
  })
  return Object.fromEntries(entries)
}
