/** Where each manual's texts are: a chunk of its own for each language. */
import { type Localised, localised } from '@kezek/i18n'

import type { DocumentId, Manual } from './model'

export const documents: Readonly<Record<DocumentId, Localised<Manual>>> = {
  m1: localised<Manual>({
    kk: () => import('./texts/m1.kk'),
    ru: () => import('./texts/m1.ru'),
    en: () => import('./texts/m1.en'),
  }),
  m2: localised<Manual>({
    kk: () => import('./texts/m2.kk'),
    ru: () => import('./texts/m2.ru'),
    en: () => import('./texts/m2.en'),
  }),
  m3: localised<Manual>({
    kk: () => import('./texts/m3.kk'),
    ru: () => import('./texts/m3.ru'),
    en: () => import('./texts/m3.en'),
  }),
  m4: localised<Manual>({
    kk: () => import('./texts/m4.kk'),
    ru: () => import('./texts/m4.ru'),
    en: () => import('./texts/m4.en'),
  }),
  m5: localised<Manual>({
    kk: () => import('./texts/m5.kk'),
    ru: () => import('./texts/m5.ru'),
    en: () => import('./texts/m5.en'),
  }),
  officer: localised<Manual>({
    kk: () => import('./texts/officer.kk'),
    ru: () => import('./texts/officer.ru'),
    en: () => import('./texts/officer.en'),
  }),
  administrator: localised<Manual>({
    kk: () => import('./texts/administrator.kk'),
    ru: () => import('./texts/administrator.ru'),
    en: () => import('./texts/administrator.en'),
  }),
  rules: localised<Manual>({
    kk: () => import('./texts/rules.kk'),
    ru: () => import('./texts/rules.ru'),
    en: () => import('./texts/rules.en'),
  }),
  privacy: localised<Manual>({
    kk: () => import('./texts/privacy.kk'),
    ru: () => import('./texts/privacy.ru'),
    en: () => import('./texts/privacy.en'),
  }),
  accessibility: localised<Manual>({
    kk: () => import('./texts/accessibility.kk'),
    ru: () => import('./texts/accessibility.ru'),
    en: () => import('./texts/accessibility.en'),
  }),
}
