/** The words of signing. */
import { texts } from '@kezek/i18n'

export const signingTexts = texts({
  kk: () => import('./texts.kk'),
  ru: () => import('./texts.ru'),
  en: () => import('./texts.en'),
})
