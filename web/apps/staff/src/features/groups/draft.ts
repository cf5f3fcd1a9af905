/** What is about to be stated of a group. It names nobody, so it stands in the address. */
import type { KindergartensGroupNormBody, KindergartensGroupView } from '@kezek/api'

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export const KINDS = ['general', 'correctional'] as const
const MOST = 500

/** As typed. */
export type Typed = Record<keyof KindergartensGroupNormBody, string>

export function typedIn(params: URLSearchParams): Typed {
  return {
    group_year: params.get('group_year') ?? '',
    language: params.get('language') ?? '',
    kind: params.get('kind') ?? 'general',
    norm: params.get('norm') ?? '',
    earlier: params.get('earlier') ?? '0',
  }
}

export function wrongIn({ group_year, language, norm, earlier }: Typed) {
  return {
    group_year: !/^\d{4}$/.test(group_year),
    language: !LANGUAGES.some((each) => each === language),
    norm: norm.trim() !== '' && !isNumber(norm),
    earlier: !isNumber(earlier),
  }
}

/** Null as long as something is wrong. */
export function groupIn(typed: Typed): KindergartensGroupNormBody | null {
  const language = LANGUAGES.find((each) => each === typed.language)
  const kind = KINDS.find((each) => each === typed.kind)
  if (!language || !kind || Object.values(wrongIn(typed)).includes(true)) return null
  const norm = typed.norm.trim() === '' ? null : Number(typed.norm)
  return { group_year: Number(typed.group_year), language, kind, norm, earlier: Number(typed.earlier) }
}

export function inAddress(typed: Typed): URLSearchParams {
  return new URLSearchParams(Object.entries(typed))
}

/** The form filled in with what holds now. */
export function addressOf({ group_year, language, kind, norm, earlier }: KindergartensGroupView): string {
  const typed = { group_year: String(group_year), language, kind, norm: String(norm ?? ''), earlier: String(earlier) }
  return `/groups/state?${inAddress(typed).toString()}`
}

function isNumber(text: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(text) && Number(text) <= MOST
}
