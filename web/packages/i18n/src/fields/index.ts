import { texts } from '../texts'

export const fieldTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
