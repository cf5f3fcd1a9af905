import { texts } from '@kezek/i18n'

/** The words of applications that every page of them uses. */
export const applicationTexts = texts({
  kk: () => import('./texts.kk'),
  ru: () => import('./texts.ru'),
  en: () => import('./texts.en'),
})
