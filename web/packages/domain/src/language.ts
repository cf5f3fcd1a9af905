/** The languages that the service speaks; Kazakh first. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A word in the three of them. */
export type Words = Readonly<Record<Language, string>>

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}
