/** Admission applications: their states, the forms, why papers are returned. Both apps speak of it. */
import { texts } from '../texts'

export const admissionTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
