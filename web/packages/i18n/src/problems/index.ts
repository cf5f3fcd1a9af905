/** The texts of refusals, and what their parameters look like in words. */
import type { ParamsOf, ProblemCode } from '@kezek/api'
import { formatDate, formatMoment, formatSpan, type Language } from '@kezek/domain'

import { use } from 'react'

import type { Dictionary, Names, Value } from '../dictionary'
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
    const values = valuesOf(params, { language, dictionary, district })
    const [title = '', ...advice] = say(message, values, language).split('\n')
    return { title, advice }
  }
}

const YEARS = ['year', 'first', 'last']

interface Spoken {
  language: Language
  dictionary: Dictionary
  district: string | undefined
}

function valuesOf(params: object, spoken: Spoken): Record<string, Value> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, worded(name, value, spoken)] as const))
}

/** By how parameters are called: `retry_after_s`, `last_day`, `opens_at`. */
function worded(name: string, value: unknown, { language, dictionary, district }: Spoken): Value {
  const text = String(value)
  if (name.endsWith('_s')) return formatSpan(Number(value), language)
  if (name.endsWith('day')) return formatDate(text, language)
  if (name.endsWith('_at')) return formatMoment(text, language)
  if (name === 'district') return district ?? text
  if (name === 'language') return say(dictionary[`written_in_${text}`] ?? text, {}, language)
  return YEARS.includes(name) ? text : (value as Value)
}
