import { texts } from '@kezek/i18n'

export const labels = texts({
  kk: () => import('./labels.kk'),
  ru: () => import('./labels.ru'),
  en: () => import('./labels.en'),
})
