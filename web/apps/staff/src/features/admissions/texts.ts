import { texts } from '@kezek/i18n'

export const admissionDeskTexts = texts({
  kk: () => import('./texts.kk'),
  ru: () => import('./texts.ru'),
  en: () => import('./texts.en'),
})
