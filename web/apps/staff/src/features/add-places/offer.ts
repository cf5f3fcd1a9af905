/** What is about to be published. It names nobody, so it stands in the address: a reload or a way back loses nothing. */
import type { KindergartensVacancyBody } from '@kezek/api'

export type Offer = KindergartensVacancyBody

/** As typed. */
export type Typed = Record<keyof Offer, string>

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export const KINDS = ['general', 'correctional'] as const

/** M1: one place at first; of an ordinary group. */
export function typedIn(params: URLSearchParams): Typed {
  return {
    language: params.get('language') ?? '',
    group_year: params.get('group_year') ?? '',
    kind: params.get('kind') ?? 'general',
    places: params.get('places') ?? '1',
  }
}

/** Null as long as `wrongIn` finds something. How many places are too many the API says. */
export function offerIn({ language, group_year, kind, places }: Typed): Offer | null {
  if (!isOneOf(LANGUAGES, language) || !isOneOf(KINDS, kind)) return null
  if (!isYear(group_year) || !isNumberOfPlaces(places)) return null
  return { language, kind, group_year: Number(group_year), places: Number(places) }
}

export function wrongIn({ language, group_year, kind, places }: Typed): Record<keyof Offer, boolean> {
  return {
    language: !isOneOf(LANGUAGES, language),
    group_year: !isYear(group_year),
    kind: !isOneOf(KINDS, kind),
    places: !isNumberOfPlaces(places),
  }
}

/** With the kindergarten it is for. */
export function inAddress(at: string, offer: Offer | Typed): URLSearchParams {
  return new URLSearchParams([['at', at], ...Object.entries(offer).map(([name, value]) => [name, String(value)])])
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text)
}

function isNumberOfPlaces(text: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(text) && Number(text) > 0
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text)
}
