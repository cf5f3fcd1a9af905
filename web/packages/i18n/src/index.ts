export type { English, Kazakh, Say, Russian, Value } from './dictionary'
export { LANGUAGES, LANGUAGE_NAMES, type Language, currentLanguage, isLanguage, useLanguage } from './language'
export { formatNumber } from './numbers'
export {
  type Localised,
  type Texts,
  localised,
  say,
  sayOf,
  speaker,
  switchLanguage,
  texts,
  useLocalised,
  useTexts,
} from './texts'
export { commonTexts } from './common'
