/** Bundles of texts: one lazy chunk per bundle and language, loaded together with the page that shows them. */
import { formatNumber, type Language } from '@kezek/domain'
import { use, useMemo } from 'react'

import type { AnyPlural, Checked, Dictionary, Kazakh, Say, Value } from './dictionary'
import { changeLanguage, currentLanguage, useLanguage } from './language'

type Module<T> = Promise<{ readonly default: T }>

/** What exists once in each language. */
export interface Localised<T> {
  /** Loads a language once; a failed load may be tried again. */
  load: (language: Language) => Promise<T>
}

/** Texts of one feature; `D` is the Kazakh dictionary. */
export interface Texts<D> extends Localised<Dictionary> {
  /** For the types alone. */
  readonly base?: D
}

/** So long a failed load stays failed: who asks meanwhile is told so, and does not wait for ever. */
const AGAIN_MS = 1000

const bundles = new Set<{ load: (language: Language) => Promise<unknown>; shown: () => boolean }>()

/**
 * Declares what exists once in each language; once shown, it is there before the language of the page changes.
 *
 * A promise that says it is fulfilled is read by React's `use` at once: the page never waits, and keeps its place.
 */
export function localised<T>(loaders: Readonly<Record<Language, () => Module<T>>>): Localised<T> {
  const loading = new Map<Language, Promise<T>>()
  const load = (language: Language): Promise<T> => {
    const known = loading.get(language)
    if (known) return known
    const fresh = fetched(loaders[language])
    fresh.then(
      (value) => Object.assign(fresh, { status: 'fulfilled', value }),
      () => setTimeout(() => loading.delete(language), AGAIN_MS),
    )
    loading.set(language, fresh)
    return fresh
  }
  bundles.add({ load, shown: () => loading.size > 0 })
  return { load }
}

/** It in the language of the page; waits for it where it is not there yet. */
export function useLocalised<T>(bundle: Localised<T>): T {
  return use(bundle.load(useLanguage()))
}

/** Declares a bundle; the Russian and English dictionaries are checked against the Kazakh one. */
export function texts<D extends Kazakh, R, E>(loaders: {
  kk: () => Module<D>
  ru: () => Module<R & Checked<D, R>>
  en: () => Module<E & Checked<D, E>>
}): Texts<D> {
  return localised(loaders as Readonly<Record<Language, () => Module<Dictionary>>>)
}

async function fetched<T>(loader: () => Module<T>): Promise<T> {
  return (await loader()).default
}

/** Changes the language once all texts that were shown so far are there in it; what is on the page stays. */
export async function switchLanguage(next: Language): Promise<void> {
  await Promise.all([...bundles].filter((bundle) => bundle.shown()).map((bundle) => bundle.load(next)))
  changeLanguage(next)
}

/** The texts of a bundle in the language of the page; waits for them where they are not there yet. */
export function useTexts<D extends Kazakh>(bundle: Texts<D>): Say<D> {
  const language = useLanguage()
  const dictionary = useLocalised(bundle)
  return useMemo(() => speaker<D>(dictionary, language), [dictionary, language])
}

/** Outside of components. */
export async function sayOf<D extends Kazakh>(bundle: Texts<D>): Promise<Say<D>> {
  const language = currentLanguage()
  return speaker<D>(await bundle.load(language), language)
}

export function speaker<D extends Kazakh>(dictionary: Dictionary, language: Language): Say<D> {
  return (key, ...values) => say(dictionary[key] ?? key, values[0] ?? {}, language)
}

/** A message with its values: numbers as the language writes them, the form that `n` asks for. */
export function say(message: string | AnyPlural, values: Readonly<Record<string, Value>>, language: Language): string {
  const text = typeof message === 'string' ? message : form(message, Number(values.n), language)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? formatNumber(value, language) : (value ?? whole)
  })
}

function form(message: AnyPlural, n: number, language: Language): string {
  const rule = new Intl.PluralRules(language).select(n)
  return message[rule as keyof AnyPlural] ?? message.many ?? message.other ?? ''
}
