/** Claims, what became of them, and why: both apps speak of them. */
import { texts } from '../texts'

export const claimTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
