export type { English, Kazakh, Say, Russian, Value } from './dictionary'
export { type Language, LANGUAGES } from '@kezek/domain'
export { LANGUAGE_NAMES, currentLanguage, useLanguage } from './language'
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
export { claimTexts } from './claims'
export { admissionTexts } from './admissions'
export { refusalTexts } from './refusals'
export { kindergartenTexts } from './kindergartens'
export { fieldTexts } from './fields'
export { type ProblemText, problemTexts, useProblemText } from './problems'
