/** Why a kindergarten refuses a child, and what an officer decided: both apps speak of it. */
import { texts } from '../texts'

export const refusalTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
