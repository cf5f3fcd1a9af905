import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  caption: 'Таблица свободных мест',
  kindergarten: 'Название детского сада',
  groupYear: 'Год группы',
  language: 'Язык обучения',
  kind: 'Вид группы',
  total: 'Всего',
  free: 'Свободно',
  publisher: 'Пользователь',
  ownership: 'Тип детского сада',
  at: 'Дата добавления',
  state: 'Состояние',
  stateOwned: 'Государственный',
  privatelyOwned: 'Частный',
  miniCentre: 'Мини-центр',
  waiting: 'Ожидает',
  free_choice: 'В свободном выборе',
  none_left: 'Мест не осталось',
  byPolicy: 'по политике района',
  unknown: 'неизвестно',
  annulledMany: 'аннулировано: {n}',
} as const satisfies Russian<typeof kk>
