/** A name in the three languages of the service. */
import { type Language, LANGUAGES } from '@kezek/domain'

export type Words = Record<Language, string>

export const NO_WORDS: Words = { kk: '', ru: '', en: '' }

/** What is missing, by field. */
export function missingWords(id: string, value: Words, text: string): Record<string, string | false> {
  return Object.fromEntries(LANGUAGES.map((language) => [`${id}.${language}`, value[language].trim() === '' && text]))
}
