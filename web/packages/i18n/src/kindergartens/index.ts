/** Kinds, languages and facts of kindergartens and their groups: both apps speak of them. */
import { texts } from '../texts'

export const kindergartenTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
