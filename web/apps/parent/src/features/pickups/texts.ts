import { texts } from '@kezek/i18n'

export const pickupsTexts = texts({
  kk: () => import('./texts.kk'),
  ru: () => import('./texts.ru'),
  en: () => import('./texts.en'),
})
