import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Найти заявление',
  lead: '{district}: находятся только заявления этого района.',
  search: 'Поиск',
  by: 'По чему',
  by_number: 'номер',
  by_iin: 'ИИН',
  by_name: 'имя и дата рождения',
  number: 'Номер заявления',
  numberHint: 'UO или УО, с нулями и без: 34.UO.2026.1.1. Подойдёт и номер заявления на зачисление: 110.2026.1',
  admission: 'заявление на зачисление № {number}',
  iin: 'ИИН',
  iinHint: 'Ребёнка или заявителя',
  name: 'Фамилия или имя ребёнка',
  nameHint: 'Достаточно части',
  find: 'Найти',
  searching: 'Ищем…',
  isLogged: 'Запись о поиске останется в журнале, который видит семья.',
  found: { one: 'Найдено {n} заявление', few: 'Найдено {n} заявления', many: 'Найдено {n} заявлений' },
  kind: 'Вид заявления',
  kind_all: 'все',
  kind_place: 'на место',
  kind_transfer: 'на перевод',
  isTransfer: 'перевод в другой сад',
  nothing: 'Такого заявления в этом районе нет.',
  nothingMore: 'Проверьте номер или ИИН. Заявления других районов здесь не видны.',
} as const satisfies Russian<typeof kk>
