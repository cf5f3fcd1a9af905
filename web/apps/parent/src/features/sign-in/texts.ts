import { type Say, texts } from '@kezek/i18n'

export const signInTexts = texts({
  kk: () => import('./texts.kk'),
  ru: () => import('./texts.ru'),
  en: () => import('./texts.en'),
})
export type SaySignIn = Say<NonNullable<typeof signInTexts.base>>
