/**
 * What a dictionary is, for the compiler alone: Kazakh is the base, Russian and English follow it key by key.
 *
 * A missing or surplus key or plural form fails where the file says `satisfies`; a wrong placeholder where `texts` is called.
 */
import type { Language } from '@kezek/domain'

type Form = { kk: 'other'; ru: 'one' | 'few' | 'many'; en: 'one' | 'other' }

/** The forms that a message with a number `{n}` has in a language. */
export type Plural<L extends Language> = Readonly<Record<Form[L], string>>
export type AnyPlural = Readonly<Partial<Record<Form[Language], string>>>
export type Dictionary = Readonly<Record<string, string | AnyPlural>>

/** The base: texts, and forms for Kazakh. */
export type Kazakh = Readonly<Record<string, string | Plural<'kk'>>>
type Following<L extends Language, Base> = { readonly [K in keyof Base]: Base[K] extends string ? string : Plural<L> }
export type Russian<Base> = Following<'ru', Base>
export type English<Base> = Following<'en', Base>

/** The names between braces in a text. */
export type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
export type NamesOf<Message> = Message extends string ? Names<Message> : Names<Message[keyof Message]>

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type FormsAgree<Base, Own> = false extends { [F in keyof Own]: Same<Names<Own[F]>, NamesOf<Base>> }[keyof Own]
  ? false
  : true
type Agrees<Base, Own> = Own extends string ? Same<Names<Own>, NamesOf<Base>> : FormsAgree<Base, Own>

/** The keys whose placeholders differ from those of the base. */
export type Wrong<Base, Own> = {
  [K in keyof Base & keyof Own]: Agrees<Base[K], Own[K]> extends true ? never : K
}[keyof Base & keyof Own]

/** A dictionary that follows the base; otherwise an object that names the wrong keys, to which nothing can be assigned. */
export type Checked<Base, Own> = [Wrong<Base, Own>] extends [never]
  ? [keyof Base] extends [keyof Own]
    ? Own
    : { 'missing keys': Exclude<keyof Base, keyof Own> }
  : { 'placeholders differ from the Kazakh text': Wrong<Base, Own> }

export type Value = string | number
type Filled<Message> = { readonly [N in NamesOf<Message>]: N extends 'n' ? number : Value }

/** Says a text by its key, with its placeholders filled in. */
export type Say<D> = <K extends keyof D & string>(
  key: K,
  ...values: [NamesOf<D[K]>] extends [never] ? [] : [Filled<D[K]>]
) => string
